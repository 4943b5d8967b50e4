"""Look at what Python-Markdown made of the prose: the second of two locks against unsafe markup.

The first, `explainer.site.markup`, reads the source and names the line. This one needs no
knowledge of Markdown: it holds every element, attribute and address of the result against a
list, so whatever an extension lets through is caught here.
"""

import re
from collections.abc import Iterator

import nh3
from selectolax.lexbor import LexborHTMLParser

from explainer.site.addresses import SAFE_SCHEMES, unsafe_scheme
from explainer.site.markup import ATTRIBUTES, TAGS

# What the common Markdown extensions make by themselves.
_EXTENSION_TAGS = frozenset({"label", "input", "section", "nav", "svg", "path", "button"})
_EXTENSION_ATTRIBUTES = frozenset(
    {
        "role",
        "for",
        "tabindex",
        "viewBox",
        "viewbox",
        "d",
        "xmlns",
        "checked",
        "disabled",
        "style",
        "span",
    }
)
_ALIGNMENT = re.compile(r"text-align: ?(?:left|center|right|justify);?")
_WRAPPERS = frozenset({"html", "head", "body"})


def findings(html: str) -> list[str]:
    """List, in words, what in a piece of rendered prose is not allowed."""
    if "<" not in html:
        return []
    return list(dict.fromkeys(_findings(html)))


def _findings(html: str) -> Iterator[str]:
    root = LexborHTMLParser(html).root
    if root is None:
        return
    for node in root.traverse(include_text=False):
        tag = node.tag or ""
        if tag == "-comment" or tag in _WRAPPERS:
            continue
        if tag not in TAGS and tag not in _EXTENSION_TAGS:
            yield f"the element <{tag}>"
            continue
        for name, value in node.attributes.items():
            message = _attribute(tag, name, value or "")
            if message:
                yield message


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name == "style" and _ALIGNMENT.fullmatch(value.strip()):
        return None
    if name == "style" or not (
        name in ATTRIBUTES or name in _EXTENSION_ATTRIBUTES or name.startswith(("aria-", "data-"))
    ):
        return f"the attribute {name} of <{tag}>"
    if name in ("href", "src", "cite") and unsafe_scheme(value):
        return f"an address with {unsafe_scheme(value)}: in <{tag}>"
    if tag == "input" and name == "type" and value not in ("checkbox", "radio"):
        return f"the element <input> of type {value}"
    return None


def cleaned(html: str) -> str:
    """Return the prose with everything taken out that is not allowed."""
    allowed = {name for name in ATTRIBUTES | _EXTENSION_ATTRIBUTES if name not in ("style", "rel")}
    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes={"*": allowed},
        url_schemes=set(SAFE_SCHEMES),
        link_rel=None,
    )
