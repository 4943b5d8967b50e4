"""Make synthetic sites of any size in our format: the same size and seed give the same bytes.

Run as a program it writes one: `python -m bench.generate FOLDER ENTRIES`.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from bench.content import Content, Entry, Prose, Sentence
from bench.files import Files, write
from bench.front_matter import fields_of, written
from bench.invent import invent

_CONFIG = """\
site_name: {title}
theme:
  name: material
plugins:
  - search
  - explainer:
      data_files: false
"""
"""The data files are left out: none of the others makes their like."""


def our_site(content: Content) -> Files:
    """Yield path and text of every file of a site in our format."""
    yield "mkdocs.yml", _CONFIG.format(title=content.title)
    front = _prose(content, content.front)
    yield "docs/index.md", written({"title": content.title}) + "\n" + front
    for entry in content.entries.values():
        yield f"docs/{entry.path}.md", _entry(content, entry)


def _entry(content: Content, entry: Entry) -> str:
    return written(fields_of(entry)) + "\n" + _prose(content, entry.prose)


def _prose(content: Content, prose: Prose) -> str:
    return "\n\n".join(_blocks(content, prose)) + "\n" if prose else ""


def _blocks(content: Content, prose: Prose) -> Iterator[str]:
    for section in prose:
        if section.heading:
            yield f"## {section.heading}"
        for paragraph in section.paragraphs:
            yield " ".join(_sentence(content, sentence) for sentence in paragraph)


def _sentence(content: Content, sentence: Sentence) -> str:
    words = [sentence.before]
    if link := sentence.link:
        title = content.entries[link.target].title
        target = f"{link.target}|{link.words}" if link.words else link.target
        words.append(title if link.automatic else f"[[{target}]]")
    words.append(sentence.after)
    cited = sentence.citation
    return " ".join(words) + "." + (f"[@{cited.source}, {cited.locator}]" if cited else "")


def site_files(entries: int, *, seed: int = 1) -> Files:
    """Yield path and text of every file of a site with about this many entries."""
    return our_site(invent(entries, seed=seed))


def write_site(folder: Path, entries: int, *, seed: int = 1) -> Path:
    """Write a site into a folder, and return its mkdocs.yml."""
    write(folder, site_files(entries, seed=seed))
    return folder / "mkdocs.yml"


if __name__ == "__main__":
    print(write_site(Path(sys.argv[1]), int(sys.argv[2])))
