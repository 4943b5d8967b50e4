"""What in a document could act, told by a parser of browsers and by nothing of the generator."""

import json
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

_ELEMENTS = frozenset(
    """
    applet audio base bgsound dialog embed fencedframe foreignobject frame frameset iframe link
    math meta noembed noframes noscript object picture plaintext portal select source style
    template textarea title track video xmp animate animatemotion animatetransform set use image
    """.split()  # noqa: SIM905 - it reads better
)
_ATTRIBUTES = frozenset({"action", "background", "formaction", "ping", "srcdoc", "srcset", "style"})
_ADDRESSES = frozenset({"cite", "data", "href", "poster", "src", "xlink:href"})
_BLANKS = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]")
_ELSEWHERE = re.compile(r"https?:|[/\\]{2}")
_LED = ("alternate", "canonical")
_OF_THE_THEME = frozenset({"image", "link", "meta", "select", "style", "template", "title", "use"})
_HARMLESS = re.compile(r"(?:https?|mailto|tel):|[^:]*(?:[/?#]|$)")


def active(html: str, *, whole: bool = False) -> list[str]:
    """List what could act in a piece of prose, or in a whole page with what the theme has."""
    root = LexborHTMLParser(html).root
    nodes = root.traverse(include_text=False) if root else iter(())
    return [found for node in nodes for found in _active(node, whole=whole)]


def _active(node: LexborNode, *, whole: bool) -> Iterator[str]:
    tag, attributes = node.tag or "", node.attributes
    if tag == "script" and not _is_ours(node):
        yield f"<script>{node.text()[:40]}"
    theme = whole and tag in (
        "meta",
        "link",
        "title",
        "select",
        "template",
        "use",
        "image",
        "style",
    )
    if tag in _ELEMENTS and not theme:
        yield f"<{tag}>"
    if tag == "meta" and whole and (attributes.get("http-equiv") or "").lower() == "refresh":
        yield "<meta refresh>"
    for name, value in attributes.items():
        plain = _BLANKS.sub("", value or "").lower()
        if name.startswith("on") or name in _ATTRIBUTES:
            yield f"{name} of <{tag}>"
        if name in _ADDRESSES and not _HARMLESS.match(plain):
            ours = whole and tag in ("link", "use") and plain == "data:,"
            if not ours:
                yield f"{name}={plain[:30]}"
        is_loaded = name in ("src", "poster") or (name == "href" and tag == "link")
        if is_loaded and attributes.get("rel") not in _LED and _ELSEWHERE.match(plain):
            yield f"{name} of <{tag}> asks another host"


def _is_ours(node: LexborNode) -> bool:
    """Say whether a script is a file of the site, or data that can be read."""
    source = node.attributes.get("src")
    if source is not None:
        return "//" not in source and source.endswith(".js") and not node.text().strip()
    if node.attributes.get("type") == "application/ld+json":
        json.loads(node.text())
        return True
    return False
