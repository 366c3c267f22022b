"""A line of sizes and seconds as a picture, both scales in powers of ten: in proportion, it rises as the dotted one."""

from __future__ import annotations

from html import escape
from math import ceil, floor, log10

Line = list[tuple[float, float]]

_WIDE, _HIGH, _LEFT, _FOOT = 480, 300, 56, 40
_NAMES = {6: "M", 3: "k", 0: ""}


def picture(title: str, line: Line) -> str:
    """An SVG that needs nothing beside it and is read on white and on black."""
    left, right = floor(log10(line[0][0])), ceil(log10(line[-1][0]))
    low = floor(log10(min(seconds for _, seconds in line)))
    high = max(ceil(log10(max(seconds for _, seconds in line))), low + 1)

    def x(power: float) -> float:
        return _LEFT + (power - left) / max(1, right - left) * (_WIDE - _LEFT - 16)

    def y(power: float) -> float:
        return _HIGH - _FOOT - (power - low) / (high - low) * (_HIGH - _FOOT - 36)

    points = [(x(log10(size)), y(log10(seconds))) for size, seconds in line]
    size, seconds = line[-1]
    fall = min(log10(size) - left, log10(seconds) - low)
    told = "; ".join(f"{size:,.0f}: {seconds:.2f} s" for size, seconds in line)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}" role="img" '
        'font-family="sans-serif" font-size="12" fill="#777">',
        f"<title>{escape(title)}: {told}</title>",
        f'<text x="{_LEFT}" y="18">{escape(title)}</text>',
    ]
    for power in range(left, right + 1):
        out.append(_rule(x(power), y(low), x(power), y(high)))
        out.append(f'<text x="{x(power):.0f}" y="{_HIGH - _FOOT + 18}" text-anchor="middle">{_short(power)}</text>')
    for power in range(low, high + 1):
        out.append(_rule(x(left), y(power), x(right), y(power)))
        out.append(f'<text x="{_LEFT - 6}" y="{y(power) + 4:.0f}" text-anchor="end">{10.0**power:g}</text>')
    ends = (x(log10(size) - fall), y(log10(seconds) - fall), *points[-1])
    out.append(_rule(*ends, more=' stroke-dasharray="2 4" stroke-opacity="1"'))
    way = " ".join(f"{a:.1f},{b:.1f}" for a, b in points)
    out.append(f'<polyline points="{way}" fill="none" stroke="#2277bb" stroke-width="2"/>')
    out += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3" fill="#2277bb"/>' for a, b in points]
    return "\n".join([*out, "</svg>", ""])


def _rule(x1: float, y1: float, x2: float, y2: float, more: str = ' stroke-opacity=".3"') -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="#777"{more}/>'


def _short(power: int) -> str:
    least = next(step for step in _NAMES if power >= step)
    return f"{10 ** (power - least)}{_NAMES[least]}"
