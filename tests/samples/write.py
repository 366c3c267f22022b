"""Writes the samples of this folder: one invented story in every format that is read. `python -m tests.samples.write`.

What must not be read holds “experts say”, so that vague-source finds the words once, in the fourth paragraph.
"""

from __future__ import annotations

import base64
import gzip
import io
import json
import zipfile
from html import escape
from pathlib import Path
from typing import Any

from tests.document.test_archives import book, record
from tests.document.test_docx import _BY, _choice, cut, docx, p, r
from tests.document.test_odt import flat
from tests.samples.markdown import blocks, classic, with_q, written

HERE = Path(__file__).parent
HEADLINE = "Ferry to Holm cut to one sailing a day"
STANDFIRST = "The harbour board says that “no sailing pays for its fuel”."
BYLINE = "By Runa Vik"
CAPTION = "The slip at Holm in May. Photograph: Ove Lind"
FIRST = "The ferry to Holm will sail once a day from June, the harbour board of Vik & Sons said on Monday."
SAID = (
    "“Once a day is no ferry,” said Odd Berg, who runs the shop at the slip. “We were told, ‘You will get used to it’, "
    "and that was all."
)
WENT_ON = "“So I wrote to the board, and I wrote again.”"
EXPERTS = "Experts say that the old boat costs £4m a year."
PULLED = "“Once a day is no ferry”"
WROTE = "In a letter to the islanders the board wrote:"
LETTER = "No sailing pays for its fuel. We are sorry."
SUBHEAD = "What comes next"
LAST = "Ragna Moe, the board’s chair, said that tickets would be sold at the slip. She called the letter “a beginning”."
POST = "The first boat sails at noon."
MENDED = "This article was amended on 3 March 2026 to correct the number of sailings."
BODY = [
    ("body", FIRST),
    ("body", SAID),
    ("body", WENT_ON),
    ("body", EXPERTS),
    ("pullquote", PULLED),
    ("body", WROTE),
    ("blockquote", LETTER),
    ("subhead", SUBHEAD),
    ("body", LAST),
]
HEAD = [("headline", HEADLINE), ("standfirst", STANDFIRST), ("byline", BYLINE), ("caption", CAPTION)]
PARTS = [*HEAD, *BODY, ("embed", POST), ("correction", MENDED)]
PLAIN = "\n\n".join(text for kind, text in BODY if kind != "pullquote")
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def text(words: str) -> str:
    return escape(words, quote=False)


def spelt(words: str) -> str:
    """With references, as a content system writes them."""
    return text(words).replace("“", "&ldquo;").replace("”", "&#8221;").replace("£", "&pound;")


_TAGS = {"body": "<p>{}</p>", "subhead": "<h2>{}</h2>", "blockquote": "<blockquote><p>{}</p></blockquote>"}
_TAGS["pullquote"] = '<aside class="pullquote"><p>{}</p></aside>'
TWEET = (
    f'<blockquote class="twitter-tweet"><p>{POST}</p>— Holm ferry (@holmferry) '
    '<a href="https://x.test/1">2 March 2026</a></blockquote>'
)
_IMG = '<img src="slip.jpg" alt="Experts say">'
FIGURE = f"<figure>{_IMG}<figcaption>{CAPTION}</figcaption></figure>"


def html(spell: Any = text, *, post: bool = True) -> str:
    lines = [_TAGS[kind].format(spell(words)) for kind, words in BODY]
    return "\n".join([*lines, *([TWEET] if post else []), f'<p class="correction"><em>{MENDED}</em></p>'])


def page() -> str:
    article = (
        f'<h1>{HEADLINE}</h1>\n<p class="standfirst">{spelt(STANDFIRST)}</p>\n<p class="byline">{BYLINE}</p>\n'
        f"{FIGURE}\n" + html(spelt)
    )
    return (
        f"<!DOCTYPE html>\n<html lang='en-GB'>\n<head><meta charset='utf-8'><title>{HEADLINE} | Holm News</title>"
        "<script>var a = 'Experts say';</script></head>\n<body>\n<nav><ul><li>Experts say</li></ul></nav>\n"
        f"<main><article>\n{article}\n</article></main>\n<footer><p>Experts say</p></footer>\n</body>\n</html>\n"
    )


def nitf() -> str:
    tags = {"body": "<p>{}</p>", "subhead": "<hl2>{}</hl2>", "blockquote": "<bq><block><p>{}</p></block></bq>"}
    lines = "\n".join(tags[kind].format(text(words)) for kind, words in BODY if kind in tags)
    return (
        '<nitf><head><docdata><ed-msg info="Experts say hold"/></docdata></head>\n<body><body.head>'
        f"<hedline><hl1>{HEADLINE}</hl1></hedline><byline>{BYLINE}</byline><abstract><p>{STANDFIRST}</p></abstract></body.head>\n<body.content>"
        f'<media media-type="image"><media-caption><p>{CAPTION}</p></media-caption></media>\n<block>{lines}\n'
        f'<p class="correction">{MENDED}</p></block></body.content></body></nitf>'
    )


def newsml(content: str) -> str:
    return (
        f'{XML}<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:holm:1">\n'
        "<itemMeta><edNote>Experts say hold.</edNote></itemMeta>\n"
        f"<contentMeta><by>{BYLINE}</by><headline>{HEADLINE}</headline><description>{STANDFIRST}</description></contentMeta>\n<contentSet>{content}</contentSet>\n</newsItem>\n"
    )


def feed(item: str, more: str = "") -> str:
    names = "".join(f' xmlns:{name}="urn:{name}"' for name in ("content", "excerpt", "dc", "wp"))
    story = f"<item><title>{HEADLINE}</title>{item}</item>"
    return f"{XML}<rss{names}><channel><title>Holm News</title>{more}\n{story}\n</channel></rss>\n"


_ATOM = '<feed xmlns="http://www.w3.org/2005/Atom">'
_STYLES = {"body": "", "subhead": "b1", "blockquote": "Zitat"}


def word() -> bytes:
    """With a word split over runs, a cut, an insertion, a comment, a footnote and a text box."""
    said = f'<w:commentRangeStart w:id="1"/>{r(SAID[:7])}{r(SAID[7:31])}'
    said += f"<w:ins {_BY}>{r(SAID[31:60])}</w:ins>{r(SAID[60:])}"
    lines = {FIRST: r(FIRST) + '<w:r><w:footnoteReference w:id="2"/></w:r>', SAID: said}
    lines[EXPERTS] = r(EXPERTS[:-1]) + cut(", and experts say more") + r(".") + _choice(p(r(PULLED), "Kasten"))
    body = p(r(HEADLINE), "Titel") + p(r(STANDFIRST), "Sub") + p(r(BYLINE), "BL") + p(r(CAPTION), "Bu")
    body += "".join(p(lines.get(words, r(words)), _STYLES[kind]) for kind, words in BODY if kind != "pullquote")
    styles = {"Titel": "Title", "Sub": "Subtitle", "BL": "Byline", "Bu": "caption", "b1": "heading 2"}
    styles |= {"Zitat": "Quote", "Kasten": "Pull Quote", "Ko": "Correction"}
    return docx(
        body + p(r(MENDED), "Ko"),
        styles=styles,
        comments=f'<w:comment w:id="1">{p(r("Experts say?"))}</w:comment>',
        footnotes=f'<w:footnote w:id="2">{p(r("Minutes of 2 March, page 4."))}</w:footnote>',
    )


def open_document() -> str:
    frame = f'<draw:frame><draw:text-box><text:p text:style-name="P1">{PULLED}</text:p></draw:text-box></draw:frame>'
    lines = [
        f'<text:h text:outline-level="1">{HEADLINE}</text:h>',
        f'<text:p text:style-name="Standfirst">{STANDFIRST}</text:p>',
    ]
    lines += [
        f'<text:p text:style-name="Byline">{BYLINE}</text:p>',
        f'<text:p text:style-name="Caption">{CAPTION}</text:p>',
    ]
    for kind, words in BODY:
        if kind == "subhead":
            lines.append(f'<text:h text:outline-level="2">{words}</text:h>')
        elif kind != "pullquote":
            style = "Quotations" if kind == "blockquote" else "Text_20_body"
            more = frame if words == EXPERTS else ""
            lines.append(f'<text:p text:style-name="{style}">{text(words)}{more}</text:p>')
    lines.append(f'<text:p text:style-name="Correction">{MENDED}</text:p>')
    return flat("\n".join(lines))


def zipped_odt() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        content = open_document().replace("office:document ", "office:document-content ", 1)
        packed.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text")
        packed.writestr("content.xml", content.replace("</office:document>", "</office:document-content>"))
    return out.getvalue()


def dumped(value: Any, **how: Any) -> str:
    return json.dumps(value, **how) + "\n"


def ans() -> Any:
    quote = {"pullquote": "pullquote", "blockquote": "blockquote"}
    elements: list[dict[str, Any]] = []
    for kind, words in BODY:
        if kind in quote:
            inner = [{"type": "text", "content": text(words)}]
            elements.append({"type": "quote", "subtype": quote[kind], "content_elements": inner})
        else:
            elements.append({"type": "header" if kind == "subhead" else "text", "content": spelt(words)})
    elements += [{"type": "raw_html", "content": TWEET}, {"type": "correction", "text": MENDED}]
    return {
        "type": "story",
        "version": "0.10.12",
        "headlines": {"basic": HEADLINE},
        "subheadlines": {"basic": STANDFIRST},
        "credits": {"by": [{"type": "author", "name": "Runa Vik", "byline": BYLINE}]},
        "promo_items": {"basic": {"type": "image", "caption": CAPTION}},
        "content_elements": elements,
    }


def ninjs(version: int) -> Any:
    picture = {"type": "picture"}
    if version == 1:
        named = {"headline": HEADLINE, "byline": BYLINE, "description_text": STANDFIRST, "body_text": PLAIN}
        more = {"main": picture | {"description_text": CAPTION}}
        return {"uri": "urn:holm:1", "ednote": "Experts say hold.", **named, "body_html": html(), "associations": more}
    return {
        "uri": "urn:holm:1",
        "edNote": "Experts say hold.",
        "headlines": [{"role": "main", "value": HEADLINE}],
        "by": BYLINE,
        "descriptions": [{"role": "summary", "value": STANDFIRST}],
        "bodies": [{"contentType": "text/plain", "value": PLAIN}, {"contentType": "text/html", "value": html(spelt)}],
        "associations": [picture | {"descriptions": [{"role": "caption", "value": CAPTION}]}],
    }


def _web() -> dict[str, str]:
    amp = page().replace("<html", "<html amp").replace("<img ", "<amp-img ")
    amp = amp.replace('<blockquote class="twitter-tweet">', "<amp-twitter><blockquote placeholder>").replace(
        f"{TWEET[TWEET.index('<p>') :]}", f"<p>{POST}</p></blockquote></amp-twitter>"
    )
    return {
        **written(HEAD, BODY, POST, MENDED),
        "story.txt": "\n\n".join([HEADLINE, STANDFIRST, BYLINE, PLAIN, MENDED]) + "\n",
        "page.html": page(),
        "page-q.html": with_q(page()),
        "amp.html": amp,
        "blocks.html": blocks(BODY, CAPTION, MENDED),
        "classic.html": classic(BODY, CAPTION, MENDED),
    }


def samples() -> dict[str, str | bytes]:
    whole = FIGURE + html()
    item = f"<dc:creator>{BYLINE}</dc:creator><description>{text(STANDFIRST)}</description>"
    author = f"<wp:author_login>runa</wp:author_login><wp:author_display_name>{BYLINE}</wp:author_display_name>"
    post = (
        f"<dc:creator>runa</dc:creator><content:encoded><![CDATA[{whole}]]></content:encoded>"
        f"<excerpt:encoded><![CDATA[{STANDFIRST}]]></excerpt:encoded><wp:post_type>post</wp:post_type>"
    )
    ghost_post = {"id": "1", "title": HEADLINE, "custom_excerpt": STANDFIRST, "html": whole, "plaintext": PLAIN}
    ghost = {
        "posts": [ghost_post],
        "users": [{"id": "7", "name": BYLINE}],
        "posts_authors": [{"post_id": "1", "author_id": "7"}],
    }
    superdesk = {"guid": "urn:holm:1", "headline": HEADLINE, "abstract": f"<p>{STANDFIRST}</p>", "byline": BYLINE}
    superdesk |= {"ednote": "Experts say hold.", "body_html": html()}
    media = {"featuremedia": {"type": "picture", "description_text": CAPTION, "alt_text": "Experts say"}}
    entry = f"<title>{HEADLINE}</title><author><name>{BYLINE}</name></author><summary>{STANDFIRST}</summary>"
    latin = nitf().encode("ascii", "xmlcharrefreplace").decode().replace("&#163;", "£")
    doctype = '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">\n'
    encoded = base64.encodebytes(whole.encode()).decode()
    items = {"title": HEADLINE, "summary": STANDFIRST, "authors": [{"name": BYLINE}], "content_html": whole}
    return {
        **_web(),
        "parts.json": dumped([{"kind": kind, "text": words} for kind, words in PARTS], ensure_ascii=False, indent=1),
        "story.docx": word(),
        "story.odt": zipped_odt(),
        "story.fodt": open_document(),
        "story.epub": book(one=page()),
        "story.ninjs-1.json": dumped(ninjs(1)),
        "story.ninjs-3.json": dumped(ninjs(3), ensure_ascii=False, indent=2),
        "story.ans.json": dumped(ans(), indent=2),
        "story.superdesk.json": dumped(superdesk | {"associations": media, "fields_meta": {}}, indent=1),
        "story.ghost.json": dumped({"db": [{"data": ghost}]}, ensure_ascii=False),
        "story.jsonfeed.json": dumped({"version": "https://jsonfeed.org/version/1.1", "items": [items]}),
        "story.nitf.xml": XML + nitf() + "\n",
        "story-latin1.nitf.xml": (doctype + latin + "\n").encode("latin-1"),
        "story-nitf.newsml.xml": newsml(f"<inlineXML>{nitf()}</inlineXML>"),
        "story-xhtml.newsml.xml": newsml(f"<inlineXML><div>{whole.replace(_IMG, _IMG[:-1] + '/>')}</div></inlineXML>"),
        "story-plain.newsml.xml": newsml(f"<inlineData><![CDATA[{PLAIN}]]></inlineData>"),
        "story-base64.newsml.xml": newsml(f'<inlineData encoding="encd:base64">\n{encoded}</inlineData>'),
        "story.rss.xml": feed(f"{item}<content:encoded><![CDATA[{whole}]]></content:encoded>"),
        "story.wxr.xml": feed(post, f"<wp:author>{author}</wp:author>"),
        "story.atom.xml": f'{XML}{_ATOM}<entry>{entry}<content type="html">{text(whole)}</content></entry></feed>\n',
        "story.warc.gz": gzip.compress(record("https://holm.test/ferry", page().encode()), mtime=0),
    }  # fmt: skip


if __name__ == "__main__":
    for name, content in samples().items():
        (HERE / name).write_bytes(content if isinstance(content, bytes) else content.encode())
