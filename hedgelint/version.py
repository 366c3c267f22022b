"""The version, which the build, the cache and the report need."""

__version__ = "0.1.0"


def is_version(wanted: str) -> bool:
    """Whether it says a version, or bounds of one, at all."""
    parts = [part.strip().lstrip("<>=!~ ") for part in wanted.split(",")]
    return all(part[:1].isdigit() and all(one.isalnum() for one in part.split("+")[0].split(".")) for part in parts)


def is_met(wanted: str, version: str = __version__) -> bool:
    """Whether a version is what settings ask for: `0.3` (0.3 and its patches), or bounds such as `>=0.3, <0.5`."""
    have = _numbers(version)
    for bound in filter(None, (part.strip() for part in wanted.split(","))):
        sign = bound[: len(bound) - len(bound.lstrip("<>=!~"))]
        asked = _numbers(bound.removeprefix(sign))
        width = max(len(have), len(asked))
        one, other = (numbers + (0,) * (width - len(numbers)) for numbers in (have, asked))
        met = {">=": one >= other, "<=": one <= other, ">": one > other, "<": one < other, "!=": one != other}
        if not met.get(sign, have[: len(asked)] == asked):
            return False
    return True


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.strip().split("+")[0].split(".") if part.isdigit())
