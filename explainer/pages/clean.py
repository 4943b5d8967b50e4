"""Look at what Python-Markdown made of the prose: the second of two locks against unsafe markup.

The first, `explainer.site.markup`, reads the source and names the line. This one needs no
knowledge of Markdown: it holds every element, attribute and address of the result against a
list, so whatever an extension lets through is caught here.
"""

import re
from collections.abc import Iterator

import nh3
from selectolax.lexbor import LexborHTMLParser

from explainer.site.addresses import SAFE_SCHEMES, is_elsewhere, unsafe_scheme
from explainer.site.markup import ADDRESSES, ATTRIBUTES, TAGS, comments, reserved_class

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
    }
)
_ALIGNMENT = re.compile(r"text-align: ?(?:left|center|right|justify);?")
_COMPONENT = "data-md-"  # wakes a part of the theme's script
_WRAPPERS = frozenset({"html", "head", "body"})  # the parser adds them
_INPUTS = ("checkbox", "radio")
# Prose as nearly all of it is. None of these tags changes how a browser reads what follows, so
# that there is nothing in it but them.
_USUAL = re.compile(
    r"(?:[^<]++|</?(?:p|em|strong|ul|ol|li|h[1-6]|blockquote|a|sup|cite)>|<(?:a|sup|h[1-6])(?: (?:"
    r"class=\"(?:ref(?: ref-[a-z-]+)?|cite|headerlink)\"|id=\"[\w-]+\"|"
    r"href=\"[\w./-]*(?:#[\w-]*)?\"|title=\"[^\"<>&]*\"|role=\"doc-noteref\"))++>)*+"
)


def findings(html: str) -> list[str]:
    """List, in words, what in a piece of rendered prose is not allowed."""
    if _USUAL.fullmatch(html):
        return []
    return list(dict.fromkeys(_findings(html)))


def _findings(html: str) -> Iterator[str]:
    if not all(closed for _, closed in comments(html)):
        yield "a comment that is never closed"
    root = LexborHTMLParser(html).root
    if root is None:
        return
    for node in root.traverse(include_text=False):
        tag = node.tag or ""
        if tag == "-comment":
            continue
        if tag not in TAGS | _EXTENSION_TAGS | _WRAPPERS:
            yield f"the element <{tag}>"
            continue
        for name, value in node.attributes.items():
            message = _attribute(tag, name, value or "")
            if message:
                yield message
        if tag == "input" and node.attributes.get("type") not in _INPUTS:
            yield "an <input> that is no check box"


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name == "style" and _ALIGNMENT.fullmatch(value.strip()):
        return None
    if tag == "input" and name == "name":
        return None
    if name == "style" or not (
        name in ATTRIBUTES
        or name in _EXTENSION_ATTRIBUTES
        or (name.startswith(("aria-", "data-")) and not name.startswith(_COMPONENT))
    ):
        return f"the attribute {name} of <{tag}>"
    if name in ADDRESSES and unsafe_scheme(value):
        return f"an address with {unsafe_scheme(value)}: in <{tag}>"
    if name == "src" and is_elsewhere(value):
        return "a picture of another host"
    if name == "class" and reserved_class(value):
        return f"the class {value} of <{tag}>"
    return None


def cleaned(html: str) -> str:
    """Return the prose with everything taken out that is not allowed."""
    allowed = {name for name in ATTRIBUTES | _EXTENSION_ATTRIBUTES if name != "rel"}
    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes={"*": allowed},
        url_schemes=set(SAFE_SCHEMES),
        attribute_filter=_kept,
        link_rel=None,
    )


def _kept(tag: str, name: str, value: str) -> str | None:
    return None if _attribute(tag, name, value) else value
