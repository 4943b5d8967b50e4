"""Find markup in prose that could run code or take over the page: the first of two locks.

The second is `explainer.pages.clean`, which looks at what Python-Markdown made of the prose.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from explainer.site.addresses import unsafe_scheme
from explainer.site.code import Span, code_spans

_TAGS = """
a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small
span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr
"""
TAGS = frozenset(_TAGS.split())
"""The HTML elements that prose may hold."""

_NAMES = """
abbr align alt cite class colspan datetime dir headers height href id lang loading markdown open
rel reversed rowspan scope span src start title type value width
"""
ATTRIBUTES = frozenset(_NAMES.split())
"""The HTML attributes that prose may hold, beside `aria-*`; addresses are checked as well."""

_ADDRESSES = ("href", "src", "cite")
_HAS_MARKUP = re.compile(r"[<\[{]|:\s*\S")
_ATTRIBUTE_LIST = re.compile(r"\{:?[ \t]*(?P<inner>[^{}\n]*=[^{}\n]*)\}")
_ATTRIBUTE_NAME = re.compile(
    r"(?P<name>[^\s=\"'#.{}]+)\s*=\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|(?P<c>[^\s}]*))"
)
_DESTINATION = re.compile(r"\]\(\s*<?(?P<address>[^\s<>]*)")
_DEFINITION = re.compile(r"^[ ]{0,3}\[[^\]\n]+\]:\s*<?(?P<address>[^\s<>]+)", re.MULTILINE)
_AUTOLINK = re.compile(r"<(?P<address>[a-zA-Z][a-zA-Z0-9+.&;%#-]*:[^<>]*)>")
_LINK_ACROSS_BLANKS = re.compile(r"\]\(\s*<(?P<address>[^>\n]*)>")
_OPEN_TAG = re.compile(r"<(?:[a-zA-Z/!?])(?![^<>]*>)")


@dataclass(frozen=True, slots=True)
class Unsafe:
    """Something in a prose text that is not allowed: where, and why."""

    offset: int
    message: str


def unsafe_markup(text: str) -> list[Unsafe]:
    """List everything in a text that could run code; code blocks and spans are left alone."""
    if not ("<" in text or "](" in text or "]:" in text or "{" in text):
        return []
    masked = _mask(text, _real_code(text))
    found = [*_addresses(masked), *_attribute_lists(masked)]
    if "<" in masked:
        found += _tags(masked)
    return sorted(set(found), key=lambda unsafe: (unsafe.offset, unsafe.message))


def _real_code(text: str) -> tuple[Span, ...]:
    """Return the code of a text without the raw HTML that `code_spans` counts as code."""
    return tuple(span for span in code_spans(text) if text[span[0]] != "<")


def _mask(text: str, spans: tuple[Span, ...]) -> str:
    """Blank out stretches of a text, every offset and line kept."""
    parts, position = [], 0
    for start, end in spans:
        parts += [text[position:start], re.sub(r"[^\n]", " ", text[start:end])]
        position = end
    return "".join([*parts, text[position:]])


def _addresses(text: str) -> Iterator[Unsafe]:
    for pattern in (_DESTINATION, _DEFINITION, _AUTOLINK, _LINK_ACROSS_BLANKS):
        for match in pattern.finditer(text):
            scheme = unsafe_scheme(match["address"])
            if scheme:
                yield Unsafe(match.start("address"), f"a link may not use {scheme}:")


def _attribute_lists(text: str) -> Iterator[Unsafe]:
    for match in _ATTRIBUTE_LIST.finditer(text):
        for attribute in _ATTRIBUTE_NAME.finditer(match["inner"]):
            value = attribute["a"] or attribute["b"] or attribute["c"] or ""
            message = attribute_problem(attribute["name"], value)
            if message:
                yield Unsafe(match.start(), message)


def attribute_problem(name: str, value: str) -> str | None:
    """Say why an attribute may not stand in prose, or None when it may."""
    name = name.lower()
    if name not in ATTRIBUTES and not name.startswith("aria-"):
        return f"the attribute {name} is not allowed"
    if name in _ADDRESSES:
        scheme = unsafe_scheme(value)
        if scheme:
            return f"a link may not use {scheme}:"
    if name == "class" and any(part.startswith("md-") for part in value.split()):
        return "the classes md-* belong to the theme"
    return None


class _TagReader(HTMLParser):
    """Note every element and attribute that is not on the lists."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.found: list[Unsafe] = []
        self.feed(text)
        self.close()

    def _note(self, message: str) -> None:
        line, column = self.getpos()
        self.found.append(Unsafe(self._line_starts[line - 1] + column, message))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if ":" in tag or "@" in tag:  # an autolink such as <https://example.org>
            return
        if tag not in TAGS:
            self._note(f"the element <{tag}> is not allowed")
        for name, value in attrs:
            message = attribute_problem(name, value or "")
            if message:
                self._note(message)

    def handle_endtag(self, tag: str) -> None:
        if tag not in TAGS and ":" not in tag:
            self._note(f"the element </{tag}> is not allowed")

    def handle_decl(self, decl: str) -> None:
        self._note("declarations (<!...>) are not allowed")

    def unknown_decl(self, data: str) -> None:
        self._note("declarations (<![...]>) are not allowed")

    def handle_pi(self, data: str) -> None:
        self._note("processing instructions (<?...>) are not allowed")


def _tags(text: str) -> Iterator[Unsafe]:
    yield from _TagReader(text).found
    for match in _OPEN_TAG.finditer(text):
        if not text.startswith("<!--", match.start()):
            yield Unsafe(match.start(), "an HTML tag is not closed with >")
