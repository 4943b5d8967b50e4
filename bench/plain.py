"""The synthetic site as plain Markdown for MkDocs and Zensical, with Material's theme.

This is what the command `stage` writes, made without it: every page has its facts, its prose with
ordinary links, its sources as footnotes, and what mentions it.
"""

from collections.abc import Iterator

from bench.backlinks import Mention, backlinks
from bench.content import Content, Entry, Prose, Sentence
from bench.facts import Value, facts
from bench.files import Files
from bench.front_matter import written

INDEXES = {
    "people": "People",
    "events": "Events",
    "glossary": "Glossary",
    "organisations": "Organisations",
    "places": "Places",
    "sources": "Sources",
}
_CONFIG = """\
site_name: {title}
theme:
  name: material
plugins: [search]
nav:
  - index.md
{indexes}
  - Timeline: timeline/index.md
markdown_extensions:
  - attr_list
  - footnotes
  - tables
  - toc:
      permalink: true
validation:
  omitted_files: ignore
"""


def plain_site(content: Content) -> Files:
    """Yield path and text of every file of the site."""
    named = [f"  - {title}: {folder}/index.md" for folder, title in INDEXES.items()]
    yield "mkdocs.yml", _CONFIG.format(title=content.title, indexes="\n".join(named))
    yield "docs/index.md", f"# {content.title}\n\n" + _Page(content, ".").prose(content.front)
    for folder, title in INDEXES.items():
        yield f"docs/{folder}/index.md", _index(content, folder, title)
    yield "docs/timeline/index.md", _timeline(content)
    mentions = backlinks(content)
    for entry in content.entries.values():
        yield f"docs/{entry.path}.md", _entry(content, entry, mentions[entry.id])


def _index(content: Content, folder: str, title: str) -> str:
    page = _Page(content, folder)
    entries = sorted(content.of(folder), key=lambda entry: entry.title)
    lines = [f"- {page.link(entry.id)} {entry.summary}" for entry in entries]
    return "\n".join([f"# {title}", "", *lines, ""])


def _timeline(content: Content) -> str:
    page = _Page(content, "timeline")
    lines = [
        (event.plain["date"], f"{page.link(event.id)}: {event.summary}")
        for event in content.of("events")
    ]
    lines += [
        (held.start, f"{page.link(person.id)}, held until {held.end} in {page.link(held.place)}")
        for person in content.of("people")
        for held in person.detentions
    ]
    return "\n".join(["# Timeline", "", *(f"- {day}: {what}" for day, what in sorted(lines)), ""])


def _entry(content: Content, entry: Entry, mentions: list[Mention]) -> str:
    page = _Page(content, entry.folder)
    meta = written({"title": entry.title, "description": entry.summary}, quoted=True)
    parts = [f"# {entry.title}", entry.summary, page.facts(entry), page.prose(entry.prose)]
    if mentions:
        lines = [
            f"- {page.link(mention.page.id)} ({mention.relation}) {mention.excerpt}".rstrip()
            for mention in mentions
        ]
        parts += ["## What mentions this", "\n".join(lines)]
    parts.append("\n".join(page.notes()))
    return meta + "\n" + "\n\n".join(filter(None, parts)) + "\n"


class _Page:
    """A page in the making: it knows where it lies, and numbers what it cites."""

    def __init__(self, content: Content, folder: str) -> None:
        self._content = content
        self._folder = folder
        self._numbers: dict[tuple[str, str], int] = {}

    def link(self, id_: str, words: str = "") -> str:
        """Link to an entry, from here."""
        entry = self._content.entries[id_]
        place = entry.id if entry.folder == self._folder else f"../{entry.path}"
        if self._folder == ".":
            place = entry.path
        return f"[{words or entry.title}]({place}.md)"

    def note(self, source: str, locator: str = "") -> str:
        """Cite a source, by its number on this page."""
        return f"[^{self._numbers.setdefault((source, locator), len(self._numbers) + 1)}]"

    def notes(self) -> Iterator[str]:
        """Yield the list of what was cited so far."""
        for (source, locator), number in self._numbers.items():
            where = f", {locator}" if locator else ""
            yield f"[^{number}]: {self.link(source)}{where}"

    def facts(self, entry: Entry) -> str:
        """Write the table of facts."""
        rows = [
            f"| {what} | {'<br>'.join(self._value(value) for value in values)} |"
            for what, values in facts(entry)
        ]
        return "\n".join(["| Fact | |", "|---|---|", *rows])

    def _value(self, value: Value) -> str:
        linked = self.link(value.target) if value.target else ""
        notes = "".join(self.note(source) for source in value.sources)
        return value.words + linked + value.after + notes

    def prose(self, prose: Prose) -> str:
        """Write the text of a page."""
        blocks = []
        for section in prose:
            blocks += [f"## {section.heading}"] if section.heading else []
            blocks += [" ".join(map(self._sentence, sentences)) for sentences in section.paragraphs]
        return "\n\n".join(blocks)

    def _sentence(self, sentence: Sentence) -> str:
        words = [sentence.before, sentence.after]
        if link := sentence.link:
            words.insert(1, self.link(link.target, link.words))
        cited = sentence.citation
        return " ".join(words) + "." + (self.note(cited.source, cited.locator) if cited else "")
