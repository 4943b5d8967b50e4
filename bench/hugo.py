"""The synthetic site for Hugo: its content here, its layouts in `hugo_site/`.

The layouts make the same pages as a careful user of Hugo would: facts with their sources, prose
with links that are looked up, what mentions a page (gathered once for the whole site, and kept),
an index of each kind, a timeline, and an index for a search.
"""

from pathlib import Path

from bench.content import Content, Entry, Prose, Sentence
from bench.files import Files
from bench.front_matter import fields_of, written

_INDEXES = {
    "people": "People",
    "events": "Events",
    "glossary": "Glossary",
    "organisations": "Organisations",
    "places": "Places",
    "sources": "Sources",
}
_SITE = Path(__file__).resolve().parent / "hugo_site"
_TAKEN = {"aliases": "also_known_as", "type": "organisation_type", "url": "address"}
"""Names of fields that mean something else to Hugo."""


def hugo_site(content: Content) -> Files:
    """Yield path and text of every file of the site."""
    for path in sorted(_SITE.rglob("*")):
        if path.is_file():
            yield path.relative_to(_SITE).as_posix(), path.read_text(encoding="utf-8")
    front, _ = _prose(content, content.front)
    yield "content/_index.md", written({"title": content.title}) + "\n" + front
    for folder, title in _INDEXES.items():
        yield f"content/{folder}/_index.md", written({"title": title})
    yield "content/timeline.md", written({"title": "Timeline", "layout": "timeline"})
    for entry in content.entries.values():
        yield f"content/{entry.path}.md", _entry(content, entry)


def _entry(content: Content, entry: Entry) -> str:
    fields = fields_of(entry, lambda id_: f"/{content.entries[id_].path}")
    named = {_TAKEN.get(name, name): value for name, value in fields.items()}
    text, notes = _prose(content, entry.prose)
    return written(named, quoted=True) + "\n" + text + notes


def _prose(content: Content, prose: Prose) -> tuple[str, str]:
    """Write a text, and the footnotes that belong below it."""
    numbers: dict[str, int] = {}
    blocks = []
    for section in prose:
        blocks += [f"## {section.heading}"] if section.heading else []
        for paragraph in section.paragraphs:
            blocks.append(" ".join(_sentence(content, one, numbers) for one in paragraph))
    notes = [f"[^{number}]: {note}" for note, number in numbers.items()]
    return "\n\n".join(blocks) + "\n", "\n" + "\n".join(notes) + "\n"


def _sentence(content: Content, sentence: Sentence, numbers: dict[str, int]) -> str:
    words = [sentence.before, sentence.after]
    if link := sentence.link:
        words.insert(1, _link(content, link.target, link.words))
    note = ""
    if cited := sentence.citation:
        note = f"{_link(content, cited.source)}, {cited.locator}"
        note = f"[^{numbers.setdefault(note, len(numbers) + 1)}]"
    return " ".join(words) + "." + note


def _link(content: Content, id_: str, words: str = "") -> str:
    entry = content.entries[id_]
    return f"[{words or entry.title}](/{entry.path})"
