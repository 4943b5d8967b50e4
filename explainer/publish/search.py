"""What the search of the theme finds: pages by their names, summary and prose, by section.

The theme's own plugin would take every page apart as HTML, lists of other pages included; what a
page says itself is known here before it is a page.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any, TypeAlias

from material.plugins.search.plugin import SearchPlugin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from selectolax.lexbor import LexborHTMLParser, LexborNode

from explainer.entries.entry import Entry
from explainer.pages.build import BuiltPage

Documents: TypeAlias = list[dict[str, Any]]
"""Documents of the search index: `location`, `title`, `text`, perhaps `tags` and `boost`."""

_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_NO_WORDS = "a.headerlink, sup.cite, script, style, template"
_BLANKS = re.compile(r"\s+")
_BEFORE_MARKS = re.compile(r" ([.,;:!?)\]])")


def search_of(config: MkDocsConfig) -> SearchPlugin | None:
    """Return the search plugin of the theme, if the site has it and it is switched on."""
    for plugin in config.plugins.values():
        if isinstance(plugin, SearchPlugin):
            return plugin if plugin.config.enabled else None
    return None


def leave_out(page: Page) -> None:
    """Keep the plugin from taking a page apart whose documents are ours."""
    page.meta["search"] = {"exclude": True}


def add(documents: Documents, config: MkDocsConfig) -> None:
    """Give the plugin documents of ours, before it writes its index."""
    plugin = search_of(config)
    if plugin is not None:
        plugin.search_index.entries.extend(documents)


def documents_of(page: Page, built: BuiltPage, prose: str) -> Documents:
    """Return what the search knows of a page: one document, and one for each of its headings."""
    asked = page.meta.get("search") or {}
    if isinstance(asked, dict) and asked.get("exclude"):
        return []
    shared: dict[str, Any] = {"tags": tags} if (tags := _tags(built)) else {}
    if isinstance(asked, dict) and "boost" in asked:
        shared["boost"] = asked["boost"]
    (_, first), *sections = _sections(prose)
    # The title is that of the theme, which is escaped as the text is.
    top = _document(page.url, str(page.title), [*_named(built), *first])
    below = (
        _document(f"{page.url}#{anchor}", escape(title, quote=False), words)
        for (anchor, title), words in sections
    )
    return [document | shared for document in (top, *below)]


def _document(location: str, title: str, paragraphs: Iterable[str]) -> dict[str, Any]:
    text = "".join(f"<p>{escape(text, quote=False)}</p>" for text in paragraphs)
    return {"location": location, "title": title, "text": text}


def _tags(built: BuiltPage) -> list[str]:
    source = built.source
    if isinstance(source, Entry):
        return list(source.fields.tags)
    tags = getattr(source, "meta", {}).get("tags")
    return [str(tag) for tag in tags] if isinstance(tags, list | tuple) else []


def _named(built: BuiltPage) -> Iterator[str]:
    """Yield what a page says before its prose: other names, and the summary."""
    if isinstance(built.source, Entry):
        fields = built.source.fields
        names = (*fields.aliases, *fields.names.values())
        if names:
            yield ", ".join(names)
    if built.description:
        yield built.description


def _sections(prose: str) -> list[tuple[tuple[str, str], list[str]]]:
    """Take rendered prose apart at its headings: anchor and title of each, and its paragraphs."""
    found: list[tuple[tuple[str, str], list[str]]] = [(("", ""), [])]
    if not prose.strip():
        return found
    tree = LexborHTMLParser(prose)
    for node in tree.css(_NO_WORDS):
        node.decompose()
    for child in tree.body.iter() if tree.body else ():
        anchor = child.attributes.get("id") if child.tag in _HEADINGS else None
        words = _words(child)
        if anchor:
            found.append(((anchor, words), []))
        elif words:
            found[-1][1].append(words)
    return found


def _words(node: LexborNode) -> str:
    is_line = node.tag == "p" or node.tag in _HEADINGS
    text = node.text(separator="" if is_line else " ")
    return _BEFORE_MARKS.sub(r"\1", _BLANKS.sub(" ", text)).strip()


def index_of(pages: Iterable[Documents], config: MkDocsConfig) -> bytes:
    """Return the index that the search loads, of the documents of every page."""
    plugin = search_of(config)
    assert plugin is not None
    index = type(plugin.search_index)(**plugin.config)
    index.entries.extend(document for documents in pages for document in documents)
    text: str = index.generate_search_index(None)
    return text.encode()
