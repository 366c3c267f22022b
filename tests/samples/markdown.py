"""The story of this folder in Markdown and HTML, as sites of different makes keep it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Parts = Sequence[tuple[str, str]]


def yaml(headline: str, standfirst: str, byline: str, caption: str) -> str:
    first, last = standfirst.split(" that ", 1)
    return (
        f'---\ntitle: "{headline}"\ndescription: >-\n  {first} that\n  {last}\nbyline: {byline}\n'
        f"cutline: '{caption}'\nlayout: experts say\n---\n"
    )


def toml(headline: str, standfirst: str, byline: str) -> str:
    return (
        f'+++\ntitle = "{headline}"\ndescription = "{standfirst}"\nbyline = "{byline}"\ntags = ["experts say"]\n+++\n'
    )


def body(parts: Parts, pulled: Callable[[str], str], note: str, *, amp: str = "&") -> str:
    ways = {"blockquote": "> {}", "subhead": "## {}", "body": "{}"}
    lines = []
    for kind, words in parts:
        spelt = words.replace("&", amp).replace("a beginning", "a *beginning*")
        spelt = spelt.replace("the shop at the slip", '[the shop](https://holm.test/shop "experts say") at the slip')
        lines.append(pulled(spelt) if kind == "pullquote" else ways[kind].format(spelt))
    return "\n\n".join([*lines, f"*{note}*"]) + "\n"


def written(head: Parts, parts: Parts, post: str, note: str) -> dict[str, str]:
    headline, standfirst, byline, caption = (words for _, words in head)
    tweet = f'\n<blockquote class="twitter-tweet"><p>{post}</p></blockquote>\n'
    code = "```sh\necho experts say\n```\n\n<!-- experts say -->\n\n"
    front = yaml(headline, standfirst, byline, caption)
    aside = body(
        parts, '<aside class="pullquote">\n\n{}\n\n</aside>'.format, f"{note}*\n\n*", amp="&amp;"
    ).removesuffix("\n\n**\n")
    plain = f"{front}\n{code}{aside}\n"
    plain = plain.replace(f"\n*{note}*", f"{tweet}\n*{note}*")
    figure = f'{{{{< figure src="slip.jpg" alt="experts say" caption="{caption}" >}}}}\n\n'
    hugo = toml(headline, standfirst, byline) + "\n" + figure
    hugo += body(parts, "{{{{% pullquote %}}}}\n{}\n{{{{% /pullquote %}}}}".format, note)
    include = f'{{% include figure.html src="slip.jpg" caption="{caption}" %}}\n\n'
    jekyll = front + "\n{% comment %}\nexperts say\n{% endcomment %}\n\n" + include
    jekyll += body(parts, "{}\n{{: .pullquote }}".format, note)
    quarto = f"{front}\n![{caption}](slip.jpg)\n\n" + body(parts, "::: {{.pullquote}}\n{}\n:::".format, note)
    mdx = front + '\nimport {Figure} from "../experts-say"\n\n'
    mdx += f'<Figure src={{"experts say"}} caption="{caption}" />\n\n' + body(
        parts, "<PullQuote>{}</PullQuote>".format, note
    )
    mdx += "\n{/* experts say */}\n"
    return {
        "story.md": plain,
        "story-crlf.md": plain.replace("\n", "\r\n"),
        "story-hugo.md": hugo,
        "story-jekyll.md": jekyll,
        "story.qmd": quarto,
        "story.mdx": mdx,
    }


def blocks(parts: Parts, caption: str, note: str) -> str:
    """A post of WordPress in block markup."""
    ways = {
        "body": ("paragraph", "<p>{}</p>"),
        "subhead": ("heading", '<h2 class="wp-block-heading">{}</h2>'),
        "pullquote": (
            "pullquote",
            '<figure class="wp-block-pullquote"><blockquote><p>{}</p><cite>Odd Berg</cite></blockquote></figure>',
        ),
        "blockquote": (
            "quote",
            '<blockquote class="wp-block-quote"><!-- wp:paragraph -->\n<p>{}</p>\n<!-- /wp:paragraph --></blockquote>',
        ),
    }
    out = [
        '<!-- wp:image {"alt":"experts say"} -->\n'
        '<figure class="wp-block-image"><img src="slip.jpg" alt="experts say"/>'
        f'<figcaption class="wp-element-caption">{caption}</figcaption></figure>\n<!-- /wp:image -->'
    ]
    for kind, words in [*parts, ("body", note)]:
        name, way = ways[kind]
        out.append(f"<!-- wp:{name} -->\n{way.format(words.replace('&', '&amp;'))}\n<!-- /wp:{name} -->")
    return "\n\n".join(out) + "\n"


def classic(parts: Parts, caption: str, note: str) -> str:
    """A post of WordPress's old editor: paragraphs by blank lines."""
    ways = {
        "body": "{}",
        "subhead": "<h2>{}</h2>",
        "pullquote": "[pullquote]{}[/pullquote]",
        "blockquote": "<blockquote>{}</blockquote>",
    }
    out = [f'[caption id="a" width="640"]<img src="slip.jpg" alt="experts say" /> {caption}[/caption]']
    out += [ways[kind].format(words.replace("&", "&amp;")) for kind, words in parts]
    return "\n\n".join([*out, '[gallery ids="experts say"]', f"<em>{note}</em>"]) + "\n"


def with_q(page: str) -> str:
    """A page whose quotations are elements; no mark closes where one runs on."""
    page = page.replace("and that was all.</p>", "and that was all.”</p>")
    for mark, tag in (("&ldquo;", "<q>"), ("“", "<q>"), ("‘", "<q>"), ("&#8221;", "</q>"), ("”", "</q>")):
        page = page.replace(mark, tag)
    return page.replace("to it’,", "to it</q>,")
