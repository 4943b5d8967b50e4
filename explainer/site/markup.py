"""Find markup in prose that could run code or take over the page: the first of two locks.

The second is `explainer.pages.clean`, which looks at what Python-Markdown made of the prose.

What counts as a tag is what a browser takes for one, and Python-Markdown lets through:

- `a < b`, `<3` and `<-` are words; so is `a <b` without a `>`, when `b` is no known element.
- `x <y> z` is an error although nothing runs: the reader would see "x z".
- Addresses in `<>` are links; anything else in `<>` is markup and held against the lists below.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown.extensions.attr_list import get_attrs_and_remainder

from explainer.site.addresses import is_elsewhere, unsafe_scheme
from explainer.site.code import markdown_code
from explainer.site.pictures import ELSEWHERE, foreign_pictures
from explainer.site.raw_html import Span

_TAGS = """
a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small
span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr
"""
TAGS = frozenset(_TAGS.split())
"""The HTML elements that prose may hold."""

_NAMES = """
abbr align alt cite class colspan datetime dir download headers height href id lang loading markdown
open rel reversed rowspan scope span src start title type value width
"""
# What authors tell the extensions `toc` and `fenced_code`; nothing to a browser.
_OPTIONS = "data-toc-label guess_lang hl_lines linenos linenostart linenums use_pygments"
ATTRIBUTES = frozenset(f"{_NAMES} {_OPTIONS}".split())
"""The HTML attributes that prose may hold, beside `aria-*`; addresses are checked as well."""

ADDRESSES = ("href", "src", "cite")
_OTHER_ELEMENTS = """
address applet area article aside audio base body button canvas dialog embed fieldset footer form
frame frameset head header html iframe input link main map marquee math menu meta nav noscript
object option picture plaintext script section select source style svg template textarea title
track video xmp
"""
_KNOWN = TAGS | frozenset(_OTHER_ELEMENTS.split())
_DESTINATION = re.compile(r"\]\((?=(?P<address>[^()]{1,1000}))")
_BEFORE_ADDRESS = re.compile(r"\]:[ \t]*\n?[ \t]*$")
_LONGEST_INDENT = 20
_TITLE = re.compile(r"\s+[\"'].*|\n[ \t]*\n.*", re.DOTALL)
_DEFINITION = re.compile(
    r"^[ \t>*+:0-9.-]*\[[^\[\]]{1,500}\]:(?:[ \t]*\n)?[ \t>]*<?(?P<address>\S+)", re.MULTILINE
)
_SCHEME_IN_ANGLES = re.compile(r"<(?P<address>[a-zA-Z][a-zA-Z0-9+.&;%#\s-]*:[^<>]*)>")
_AUTOLINK = re.compile(
    r"<[a-zA-Z][a-zA-Z0-9+.-]*://[^<>\s\"'`]*>|<[\w.+&#$%'*?^{|}~-]+@[\w.-]+>|<(?i:mailto):[^<>\s]+>"
)
_HANDLER = re.compile(r"[/\s\"']on[a-z]+\s*=", re.IGNORECASE)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(
    r"[\s/]*(?P<name>[^\s/>=][^\s/>=]*)(?:\s*=\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|(?P<c>[^\s>]*)))?"
)
_TAG_END = re.compile(r"[\s/]*>")
_DECLARATION = re.compile(r"<(?:!(?=[a-zA-Z\[])|\?(?=\w))")
_COMMENT_END = re.compile(r"--!?>")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_BRACES = re.compile(r"\{[^\n]*(?:=|\.(?:x|md)-)[^\n]*", re.IGNORECASE)
_MOST_BRACES, _MOST_ATTRIBUTES = 50, 20  # on a line, in a tag
_FENCE_LINE = re.compile(r"[ \t]*(?:`{3,}|~{3,})[^\n]*\{[^\n]*")


@dataclass(frozen=True, slots=True)
class Unsafe:
    """Something in a prose text that is not allowed: where, and why."""

    offset: int
    message: str


def unsafe_markup(text: str) -> list[Unsafe]:
    """List everything in a text that could run code; code blocks and spans are left alone."""
    if not ("<" in text or "](" in text or "]:" in text or "{" in text):
        return []
    masked = _masked(text)
    found = [*_addresses(masked), *_attribute_lists(masked)]
    found += [Unsafe(offset, ELSEWHERE) for offset in foreign_pictures(masked)]
    if "<" in masked:
        found += _tags(masked)
    return sorted(set(found), key=lambda unsafe: (unsafe.offset, unsafe.message))


def _masked(text: str) -> str:
    """Blank out the code of a text, every offset and line kept."""
    parts, position = [], 0
    for start, end in markdown_code(text):
        # The attributes behind a fence go into the page.
        fence = _FENCE_LINE.match(text, start, end)
        begin = fence.end() if fence else start
        parts += [text[position:begin], re.sub(r"[^\n]", " ", text[begin:end])]
        position = end
    return "".join([*parts, text[position:]])


def _addresses(text: str) -> Iterator[Unsafe]:
    for pattern in (_DESTINATION, _DEFINITION, _SCHEME_IN_ANGLES):
        for match in pattern.finditer(text):
            address = match["address"]
            if pattern is _DESTINATION:
                address = _TITLE.sub("", address.strip().removeprefix("<"))
            scheme = unsafe_scheme(address)
            if scheme:
                begin = match.start("address")
                blanks = len(match["address"]) - len(match["address"].lstrip())
                yield Unsafe(begin + blanks, f"a link may not use {scheme}:")


def _attribute_lists(text: str) -> Iterator[Unsafe]:
    """Check the attributes in braces, read as the `attr_list` extension reads them."""
    for line in _BRACES.finditer(text):
        starts = [match.start() for match in re.finditer("{", line[0])]
        for start in starts[:_MOST_BRACES]:
            attributes, rest = get_attrs_and_remainder(line[0][start + 1 :].lstrip(": "))
            for name, value in attributes if rest else []:
                named = "class" if name == "." else name
                message = attribute_problem(named, value) if value else None
                if message:
                    yield Unsafe(line.start() + start, message)


def attribute_problem(name: str, value: str) -> str | None:
    """Say why an attribute may not stand in prose, or None when it may."""
    name = name.lower()
    if name not in ATTRIBUTES and not name.startswith("aria-"):
        return f"the attribute {name} is not allowed"
    if name in ADDRESSES:
        scheme = unsafe_scheme(value)
        if scheme:
            return f"a link may not use {scheme}:"
    if name == "src" and is_elsewhere(value):
        return ELSEWHERE
    if name == "class":
        return reserved_class(value)
    if name == "id" and value.startswith(("__", "xSearch")):
        return "the anchors __* and xSearch belong to the theme"
    return None


def reserved_class(classes: str) -> str | None:
    """Say why an element of prose may not have some classes: they would take over the page."""
    for part in classes.lower().split():
        for prefix in ("md-", "x-"):
            if part.startswith(prefix):
                return f"the classes {prefix}* belong to the theme"
    return None


def _tags(text: str) -> Iterator[Unsafe]:
    skipped = _harmless_comments(text)
    for comment, closed in comments(text):
        if not closed:
            yield Unsafe(comment[0], "a comment is never closed with -->")
    for match in _starting_outside(skipped, _DECLARATION.finditer(text)):
        kind = (
            "declarations (<!...>)" if text[match.start() + 1] == "!" else "instructions (<?...>)"
        )
        yield Unsafe(match.start(), f"{kind} are not allowed")
    for match in _starting_outside(skipped, _TAG.finditer(text)):
        yield from (Unsafe(match.start(), message) for message in _tag(text, match))


def _starting_outside(
    spans: list[Span], matches: Iterator[re.Match[str]]
) -> Iterator[re.Match[str]]:
    """Yield the matches that start in none of the spans; both come in order."""
    place = 0
    for match in matches:
        while place < len(spans) and spans[place][1] <= match.start():
            place += 1
        if place == len(spans) or match.start() < spans[place][0]:
            yield match


def _tag(text: str, match: re.Match[str]) -> Iterator[str]:
    """Say what is wrong with a tag; its attributes are read as browsers read them."""
    start, name = match.start(), match["name"].lower()
    address = _AUTOLINK.match(text, start)
    if address:
        if _HANDLER.search(address[0]):
            yield "an address with a handler in it is not allowed"
        return
    attributes, end = _attributes(text, match.end())
    if end is None:
        given = [attribute.lower() for attribute, value in attributes if value]
        known = name in _KNOWN and (len(name) > 1 or given)
        handler = any(attribute.startswith("on") for attribute in given)
        if known or handler or len(attributes) > _MOST_ATTRIBUTES:
            yield f"the tag <{match['end']}{name}> is not closed with >"
        return
    has_values = any(value for _, value in attributes)
    if name not in _KNOWN and not has_values and _is_destination(text, (start, end)):
        return
    if name not in TAGS:
        yield f"the element <{match['end']}{name[:40]}> is not allowed"
    if not match["end"]:
        for attribute, value in attributes:
            message = attribute_problem(attribute, value)
            if message:
                yield message


def _is_destination(text: str, span: Span) -> bool:
    """Say whether what looks like a tag is where a link leads: `[a](<a b.pdf>)`, `[a]: <b.pdf>`."""
    start, end = span
    if text.startswith("](", start - 2):
        return True
    before = text[max(0, start - _LONGEST_INDENT) : start]
    return bool(_BEFORE_ADDRESS.search(before)) and not re.search(r"\s", text[start:end])


def _attributes(text: str, position: int) -> tuple[list[tuple[str, str]], int | None]:
    """Read the attributes of a tag; return them, and where it ends, None where it does not."""
    found: list[tuple[str, str]] = []
    while True:
        end = _TAG_END.match(text, position)
        if end:
            return found, end.end()
        attribute = _ATTRIBUTE.match(text, position)
        if attribute is None or len(found) > _MOST_ATTRIBUTES or _BLANK_LINE.match(text, position):
            return found, None
        value = attribute["a"] or attribute["b"] or attribute["c"] or ""
        found.append((attribute["name"], value))
        position = attribute.end()


def comments(html: str) -> Iterator[tuple[Span, bool]]:
    """Yield each comment as browsers see it, and whether it is closed."""
    position = 0
    while (start := html.find("<!--", position)) >= 0:
        at_once = re.compile(r"-?>").match(html, start + 4)
        end = at_once or _COMMENT_END.search(html, start + 4)
        yield (start, end.end() if end else len(html)), end is not None
        position = end.end() if end else len(html)


def _harmless_comments(text: str) -> list[Span]:
    """List the comments that stay comments: not those that a blank line cuts in a paragraph."""
    return [
        (start, end)
        for (start, end), closed in comments(text)
        if closed
        and (
            not _BLANK_LINE.search(text, start, end)
            or not text[text.rfind("\n", 0, start) + 1 : start].strip(" ")
        )
    ]
