"""What a browser would run or load in a piece of HTML, judged without any list of the generator."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

_ELEMENTS = """
animate animatemotion animatetransform applet audio base bgsound button canvas dialog embed
fencedframe foreignobject form frame frameset iframe image isindex keygen layer link marquee
math meta noembed noframes noscript object param picture plaintext portal script select set
source style template textarea track use video xmp
"""
_ACTIVE = frozenset(_ELEMENTS.split())
"""Elements that run, load, cover or swallow something; a drawing may have paths."""

_ATTRIBUTES = """
action archive autofocus background classid code codebase data dynsrc formaction is lowsrc
manifest nonce ping popover popovertarget poster profile srcdoc srcset style usemap xlink:href
"""
_ACTIVE_ATTRIBUTES = frozenset(_ATTRIBUTES.split())
_ADDRESSES = ("cite", "href", "longdesc", "src")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_HARMLESS = ("http:", "https:", "mailto:", "tel:")
_ALIGNMENT = re.compile(r"text-align: ?(left|center|right|justify);?")
_NOT_SEEN_BY_BROWSERS = re.compile(r"[\t\n\r]")
_AT_THE_ENDS = "".join(map(chr, range(33)))


def live(html: str) -> list[str]:
    """List, in words, what in a piece of HTML is more than text, links and pictures."""
    return list(_live(html)) if "<" in html else []


def _live(html: str) -> Iterator[str]:
    root = LexborHTMLParser(html).root
    for node in root.traverse(include_text=False) if root else ():
        tag = (node.tag or "").lower()
        if tag in _ACTIVE or (tag == "input" and _type_of(node) not in ("checkbox", "radio")):
            yield f"<{tag}>"
        if tag in ("body", "html", "head"):
            continue  # the parser's own; what is given to them, browsers take too
        for name, value in node.attributes.items():
            yield from (f"<{tag} {words}>" for words in _attribute(name.lower(), value or ""))
    for tag in ("body", "html"):
        for node in root.css(tag) if root else ():
            yield from (f"<{tag} {name}>" for name in node.attributes)


def _type_of(node: LexborNode) -> str:
    return (node.attributes.get("type") or "").lower()


def _attribute(name: str, value: str) -> Iterator[str]:
    if name == "style" and _ALIGNMENT.fullmatch(value.strip()):
        return
    if name.startswith("on") or name in _ACTIVE_ATTRIBUTES:
        yield name
    if name in _ADDRESSES:
        address = _NOT_SEEN_BY_BROWSERS.sub("", value.strip(_AT_THE_ENDS))
        scheme = _SCHEME.match(address)
        if scheme and scheme[0].lower() not in _HARMLESS:
            yield f"{name}={scheme[0]}"


def structure(html: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the elements of a page with the names of their attributes: what no text may change."""
    root = LexborHTMLParser(html).root
    nodes = root.traverse(include_text=False) if root else ()
    return [(node.tag or "", tuple(node.attributes)) for node in nodes]
