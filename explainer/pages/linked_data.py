"""What a page says to programs: JSON-LD in the vocabulary of schema.org.

Here is the page itself with its sources and corrections; `linked_things` says what it is about.
"""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from explainer.entries.entry import DocPath, Entry, EntryId
from explainer.pages.linked_things import TERMS, Node, cited, date_of, term_set, thing, thing_id
from explainer.pages.scope import Scope
from explainer.pages.urls import index_path
from explainer.site.backlinks import Backlinks
from explainer.site.resolve import Site

CONTEXT = "https://schema.org"
_FRONT = DocPath("index.md")
# What could end the script element, or a line of a script in old browsers.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_SIGNS = re.compile("[<>&\u2028\u2029]")
_UNSAFE = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def written(nodes: Iterable[Node], citations: Sequence[str] = ()) -> str:
    """Write nodes as the text of a script element; no text in them can end it.

    The citations, which are written already, belong to the first node, the page.
    """
    texts = [_text(node) for node in nodes]
    if citations:
        texts[0] = f'{texts[0][:-1]},"citation":[{",".join(citations)}]}}'
    return f'{{"@context":"{CONTEXT}","@graph":[{",".join(texts)}]}}'


def citations_of(scope: Scope) -> tuple[str, ...]:
    """Write the sources that a page has cited; each is written once for all pages."""
    made = scope.whole.once(_no_citations)
    texts = []
    for source, _, _ in scope.numbering.cited():
        entry = scope.site.entries[source]
        key = (source, scope.address(entry.path))
        if key not in made:
            made[key] = _text(cited(entry, scope))
        texts.append(made[key])
    return tuple(texts)


def _no_citations(_site: Site, _: Backlinks) -> dict[tuple[EntryId, str], str]:
    """Begin the store of the citations of one build, each written when it is first needed."""
    return {}


def _text(node: Node) -> str:
    text = _encode(_without_nothing(node))
    return text.translate(_UNSAFE) if _SIGNS.search(text) else text


def entry_nodes(entry: Entry[Any], scope: Scope) -> tuple[Node, ...]:
    """Describe the page of an entry, which has been built, and what the entry is about."""
    fields = entry.fields
    page = {
        **page_node("WebPage", fields.title, fields.summary or "", scope),
        "breadcrumb": _breadcrumb(
            [
                (scope.words.gettext(entry.kind.plural), index_path(entry.kind)),
                (fields.title, entry.path),
            ],
            scope,
        ),
        "mainEntity": {"@id": thing_id(entry, scope)},
        "lastReviewed": date_of(fields.reviewed),
        "correction": [
            {"@type": "CorrectionComment", "text": item.text, "datePublished": date_of(item.date)}
            for item in fields.corrections
        ],
    }
    return page, thing(entry, scope)


def overview_nodes(title: str, description: str, scope: Scope) -> tuple[Node, ...]:
    """Describe a page that the site makes by itself; the front page stands for the site."""
    if scope.path == _FRONT:
        page = page_node("WebPage", title, description, scope)
        return page | {"mainEntity": {"@id": _site_id(scope)}}, _whole_site(scope)
    page = page_node("CollectionPage", title, description, scope)
    page["breadcrumb"] = _breadcrumb([(title, scope.path)], scope)
    if scope.path == TERMS:
        page["mainEntity"] = term_set(scope) | {"name": title}
    return (page,)


def ordinary_nodes(title: str, description: str, scope: Scope) -> tuple[Node, ...]:
    """Describe a page that an editor wrote."""
    page = page_node("WebPage", title, description, scope)
    return (page | {"breadcrumb": _breadcrumb([(title, scope.path)], scope)},)


def page_node(kind: str, title: str, description: str, scope: Scope) -> Node:
    """Describe the page that a scope is of."""
    settings, address = scope.site.settings, scope.address(scope.path)
    changed = scope.whole.history.last(scope.path)
    return {
        "@type": kind,
        "@id": address,
        "url": address,
        "name": title,
        "description": description,
        "inLanguage": settings.language,
        "license": settings.licence.url if settings.licence else "",
        "dateModified": changed.date.date().isoformat() if changed else "",
        "isPartOf": {"@type": "WebSite", "@id": _site_id(scope), "name": settings.name},
    }


def _whole_site(scope: Scope) -> Node:
    settings = scope.site.settings
    return {
        "@type": "WebSite",
        "@id": _site_id(scope),
        "url": scope.address(_FRONT),
        "name": settings.name,
        "description": settings.description,
        "inLanguage": settings.language,
        "license": settings.licence.url if settings.licence else "",
    }


def _site_id(scope: Scope) -> str:
    return f"{scope.address(_FRONT)}#website"


def _breadcrumb(steps: Iterable[tuple[str, DocPath]], scope: Scope) -> Node:
    items = [(scope.site.settings.name, _FRONT), *steps]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": number,
                "name": name,
                "item": {"@id": scope.address(path)},
            }
            for number, (name, path) in enumerate((item for item in items if item[0]), start=1)
        ],
    }


def _without_nothing(value: Any) -> Any:
    """Leave out what nothing is said of."""
    if isinstance(value, dict):
        kept = ((name, _without_nothing(item)) for name, item in value.items())
        return {name: item for name, item in kept if item not in (None, "", [], {})}
    if isinstance(value, list):
        return [_without_nothing(item) for item in value if item is not None]
    return value
