"""What the search finds on each page, and where the files of its index go.

Names, dates, summary and prose of a page are known here before it is a page, so no page is taken
apart again. What other plugins add to a site comes from the search plugin of the theme, which
has no more to do where the site has our search.
"""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from material.plugins.search.plugin import SearchPlugin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file
from selectolax.lexbor import LexborHTMLParser, LexborNode

from explainer.entries.entry import Entry
from explainer.pages.build import BuiltPage
from explainer.pages.cards import days_of, in_a_line
from explainer.pages.facts import Fact
from explainer.pages.pieces import plain
from explainer.publish.config import site_folder, untrusted_of
from explainer.publish.templates import TemplateFolders
from explainer.views.search_index import Found, Leveled, Row, by_level, index_files
from explainer.views.search_words import keys_of
from explainer.words import Words, msgid

PARTIAL = "partials/search.html"
"""The template of the theme that has the search in it."""

SCRIPT = "assets/javascripts/search.js"
"""The script that answers."""

FOLDER = "search"
"""Where on the site the index is."""

_LEFT_OUT = {"exclude": True}
_OPTION = re.compile(r"data-search-\w+=\"")  # an attribute that the plugin of the theme takes off
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_NO_WORDS = "a.headerlink, sup.cite, script, style, template"
_BLANKS = re.compile(r"\s+")
_BEFORE_MARKS = re.compile(r" ([.,;:!?)\]])")
_EXCERPT = 160  # letters of the prose that stand for a summary

# The levels of `Found`. A title of many words says less by each; a source is rarely looked for
# by a word that stands in the title of a person or an event as well.
_LINE, _TAG, _LONG_NAME, _NAME = range(4)
_ONCE, _AGAIN, _HEADING, _SUMMARY = range(4)
_SHORT_TITLE, _SHORT_ALIAS = 3, 1
_LAST = "source"

_PAGE = msgid("Page")


def search_of(config: MkDocsConfig) -> SearchPlugin | None:
    """Return the search plugin of the theme, if the site has it and it is switched on."""
    for plugin in config.plugins.values():
        if isinstance(plugin, SearchPlugin):
            return plugin if plugin.config.enabled else None
    return None


def has_own_search(config: MkDocsConfig) -> bool:
    """Say whether the site lays its search out by itself, for the script of the theme then."""
    return TemplateFolders(site_folder(config), (), untrusted_of(config)).has_own(
        PARTIAL, config.theme.custom_dir
    )


def is_ours(config: MkDocsConfig) -> bool:
    """Say whether a site has our search: where it has the theme's, and does not change that."""
    return search_of(config) is not None and not has_own_search(config)


def leave_out(page: Page) -> None:
    """Keep the plugin of the theme from taking a page apart that is ours."""
    page.meta["search"] = _LEFT_OUT


def concerns(page: Page) -> bool:
    """Say whether the plugin of the theme has anything to do with a page before it is written."""
    is_left_out = page.meta.get("search") is _LEFT_OUT
    return not is_left_out or bool(_OPTION.search(page.content or ""))


def write(found: Iterable[Found | None], config: MkDocsConfig, words: Words) -> None:
    """Write the index, with the pages of others, which the plugin of the theme has seen."""
    plugin = search_of(config)
    assert plugin is not None
    files = files_of([*filter(None, found), *_of_others(plugin.search_index.entries, words)])
    plugin.config.enabled = False  # what it would write, nobody reads
    for name, data in files.items():
        write_file(data, str(Path(config.site_dir, name)))


def files_of(found: Iterable[Found]) -> dict[str, bytes]:
    """Return the files of the index, by their paths on the site."""
    return {f"{FOLDER}/{name}": data for name, data in index_files(found)}


def found_of(page: Page, built: BuiltPage, prose: str, words: Words) -> Found | None:
    """Return what the search knows of a page; None for one that it shall not find."""
    asked = page.meta.get("search")
    asked = asked if isinstance(asked, dict) else {}
    if asked.get("exclude"):
        return None
    (_, first), *sections = _sections(prose)
    headings = tuple(heading for heading, _ in sections)
    summary = built.description or _beginning(first)
    line = in_a_line(built.card, words) if built.card else ""
    title = html.unescape(str(page.title))
    kind = built.card.label if built.card else words.gettext(_PAGE)
    row: Row = (page.url, title, kind, line, summary, headings)
    texts = [*first, *(text for _, part in sections for text in part), *_facts(built)]
    return Found(
        order=(-_boost(asked), built.kind == _LAST, -built.mentions, page.url),
        row=row,
        names=_names(built, title, line),
        prose=_prose(texts, [title for _, title in headings], built.description),
    )


def _boost(asked: Mapping[str, Any]) -> float:
    boost = asked.get("boost", 1)
    return float(boost) if isinstance(boost, int | float) else 1.0


def _names(built: BuiltPage, title: str, line: str) -> Leveled:
    """Return the words that the page goes by, and those of the line that results show of it."""
    levels = dict.fromkeys(keys_of(line), _LINE)
    for day in days_of(built.card) if built.card else ():
        levels |= dict.fromkeys(keys_of(day), _LINE)
    for tag in _tags(built):
        levels |= dict.fromkeys(keys_of(tag), _TAG)
    others: list[tuple[str, int]] = []
    if isinstance(built.source, Entry):
        fields = built.source.fields
        others = [(name, _SHORT_ALIAS) for name in (*fields.aliases, *fields.names.values())]
    most = _TAG if built.kind == _LAST else _NAME
    for name, short in (*others, (title, _SHORT_TITLE)):
        keys = keys_of(name)
        level = min(most, _NAME if len(keys) <= short else _LONG_NAME)
        for key in keys:
            levels[key] = max(level, levels.get(key, 0))
    return by_level(levels)


def _prose(texts: Iterable[str], headings: Iterable[str], summary: str) -> Leveled:
    counts = Counter(chain.from_iterable(map(keys_of, texts)))
    levels = {key: _AGAIN if count > 1 else _ONCE for key, count in counts.items()}
    for heading in headings:
        levels |= dict.fromkeys(keys_of(heading), _HEADING)
    levels |= dict.fromkeys(keys_of(summary), _SUMMARY)
    return by_level(levels)


def _tags(built: BuiltPage) -> list[str]:
    source = built.source
    if isinstance(source, Entry):
        return list(source.fields.tags)
    tags = getattr(source, "meta", {}).get("tags")
    return [str(tag) for tag in tags] if isinstance(tags, list | tuple) else []


def _facts(built: BuiltPage) -> Iterator[str]:
    facts: tuple[Fact, ...] = built.context.get("facts", ()) if built.card else ()
    for fact in facts:
        for reading in fact.readings:
            yield f"{plain(reading.value)} {reading.note}"


def _beginning(paragraphs: list[str]) -> str:
    text = " ".join(paragraphs)
    if len(text) <= _EXCERPT:
        return text
    return text[:_EXCERPT].rpartition(" ")[0] + " …"


def _of_others(documents: Iterable[Mapping[str, Any]], words: Words) -> Iterator[Found]:
    """Yield the pages of documents as the plugin of the theme makes them, one of each heading."""
    pages: dict[str, list[Mapping[str, Any]]] = {}
    for document in documents:
        pages.setdefault(document["location"].partition("#")[0], []).append(document)
    for url, parts in pages.items():
        texts = [_text(part["text"]) for part in parts]
        anchors = [part["location"].partition("#")[2] for part in parts]
        titles = [_text(part["title"]) for part in parts]
        headings = [heading for heading in zip(anchors, titles, strict=True) if heading[0]]
        names = by_level(dict.fromkeys(keys_of(titles[0]), _LONG_NAME))
        row: Row = (
            url,
            titles[0],
            words.gettext(_PAGE),
            "",
            _beginning(texts[:1]),
            tuple(headings),
        )
        yield Found((-1.0, False, 0, url), row, names, _prose(texts, titles[1:], ""))


def _text(markup: str) -> str:
    body = LexborHTMLParser(markup).body
    return _words(body) if body else ""


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
