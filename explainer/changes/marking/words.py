"""The words of a line as tokens, so that two lines can be held against each other."""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from explainer.changes.marking.tree import (
    DRAWN,
    UNSEEN,
    Element,
    Node,
    Raw,
    Text,
    is_wordless,
    within,
    words_of,
)

_PIECES = re.compile(r"\s+|\w+(?:[-.,:/'’]\w+)*|[^\w\s]")
_FORMATS = frozenset(
    {"b", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "strong", "sub", "sup", "u"}
)
_THINGS = frozenset({"br", "img", "input", "button", "wbr"})
_LONGEST_NAME = 60
_NAMES = re.compile(r'\s(?:id|aria-labelledby|data-[\w-]+)="[^"]*"|url\(#[^)]*\)')
_LINKS = re.compile(r'\shref="([^"]*)"')
_OUTSIDE = re.compile(r"[a-zA-Z][\w+.-]*:|//")


@dataclass(frozen=True, slots=True)
class Reference:
    """What a citation refers to: its address, and what to call it."""

    address: str
    name: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page is, so that links on another page can be told to lead to the same.

    `url` is its address from the root of the site; `moved` has the new addresses of pages that
    have another now.
    """

    url: str = ""
    moved: Mapping[str, str] = field(default_factory=dict)

    def leads(self, link: str) -> str:
        """Return where a link leads: a page, from the root of the site, or outside it."""
        if not link or _OUTSIDE.match(link):
            return link
        path = urlsplit(urljoin(f"/{self.url}", link)).path.removeprefix("/")
        return self.moved.get(path, path)

    def drawn(self, markup: str) -> str:
        """Return what is seen of a drawing, without what its parts are called, and its links."""
        seen = _LINKS.sub(lambda found: f' href="{self.leads(found[1])}"', _NAMES.sub("", markup))
        return " ".join(seen.split())


@dataclass(frozen=True, slots=True)
class References:
    """What the links and the citations of a page refer to; citations by their anchors."""

    place: Place
    cited: Mapping[str, Reference]


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark or a thing in a line.

    `key` is what a reader sees of it; `link` where it leads, or what of it only an eye can tell;
    `said` how to say it where it is gone. `spaced` says whether a blank stands before it.
    """

    key: Hashable
    said: str
    link: str = ""
    spaced: bool = False
    is_citation: bool = False


def references_of(nodes: Sequence[Node], place: Place) -> References:
    """Find what the citations of a page refer to: the items of each list that any leads to."""
    elements = [e for node in nodes for e in within(node) if isinstance(e, Element)]
    anchors = {_anchor(element) for element in elements if _is_citation(element)}
    found: dict[str, Reference] = {}
    for element in elements:
        items = [e for e in element.children if isinstance(e, Element) and e.tag == "li"]
        if any(item.get("id") in anchors for item in items):
            found |= {item.get("id"): _reference(item, place) for item in items if item.get("id")}
    return References(place, found)


def _reference(item: Element, place: Place) -> Reference:
    links = [e for e in within(item) if isinstance(e, Element) and e.get("href")]
    name = words_of(links[:1]) or words_of([item])
    return Reference(place.leads(links[0].get("href")) if links else name, name)


def _is_citation(element: Element) -> bool:
    return element.tag == "sup" and "cite" in element.classes


def _anchor(citation: Element) -> str:
    links = (e.get("href") for e in within(citation) if isinstance(e, Element) and e.tag == "a")
    return next(links, "").removeprefix("#")


def pieces_of(text: str) -> list[str]:
    """Cut a text into words, marks and blanks."""
    return _PIECES.findall(text)


def tokens_of(nodes: Iterable[Node], references: References) -> list[Token]:
    """Return the tokens of a line, in order."""
    found: list[Token] = []
    blank = False
    for token in _tokens(nodes, references, frozenset(), ""):
        if token is None:
            blank = True
        else:
            found.append(Token(token.key, token.said, token.link, blank, token.is_citation))
            blank = False
    return found


def _tokens(
    nodes: Iterable[Node], references: References, formats: frozenset[str], link: str
) -> Iterator[Token | None]:
    """Yield tokens, and None for every blank."""
    for node in nodes:
        if isinstance(node, Text):
            for piece in pieces_of(node.words):
                yield None if piece.isspace() else Token((piece, formats), piece, link)
            continue
        thing = thing_of(node, references)
        if thing is not None:
            yield from thing
        elif isinstance(node, Element):
            inner = formats | {node.tag} if node.tag in _FORMATS else formats
            leads = references.place.leads(node.get("href")) if node.tag == "a" else link
            yield from _tokens(node.children, references, inner, leads)


def thing_of(node: Node, references: References) -> tuple[Token, ...] | None:
    """Return the one token of what is taken as a whole; none for a sign; None for anything else."""
    if isinstance(node, Text):
        return None
    if isinstance(node, Raw):
        seen = references.place.drawn(node.html) if node.tag in DRAWN else ""
        return () if node.tag in UNSEEN else (Token((node.tag,), "", seen),)
    if is_wordless(node):
        return ()
    if _is_citation(node):
        return (_citation(node, references),)
    if node.tag not in _THINGS:
        return None
    if node.tag == "img":
        about = (node.get("src"), node.get("alt"))
        return (Token(("img", *about), f"[picture: {about[1]}]" if about[1] else "[picture]"),)
    return (Token((node.tag, words_of([node])), words_of([node])),)


def _citation(node: Element, references: References) -> Token:
    known = references.cited.get(_anchor(node))
    if known is None:
        return Token(("cite", words_of([node])), "[source]", is_citation=True)
    name = known.name
    if len(name) > _LONGEST_NAME:
        name = name[:_LONGEST_NAME].rpartition(" ")[0] + " …"
    return Token(("cite", known.address), f"[{name}]", is_citation=True)


def said(tokens: Iterable[Token]) -> str:
    """Say tokens that are gone: the words, or where there are none, the citations."""
    listed = list(tokens)
    words = [token for token in listed if not token.is_citation] or listed
    text = "".join(f" {token.said}" if token.spaced else token.said for token in words)
    return " ".join(text.split())
