"""What a reader sees: our pages through Python-Markdown, taken apart by an HTML parser."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser

import markdown

from explainer.entries.text import SourceFile
from explainer.publish.generator import check, pages_of
from explainer.settings import Settings
from tests.archive import default_subjects

EXTENSIONS = [
    "tables",
    "toc",
    "fenced_code",
    "attr_list",
    "admonition",
    "def_list",
    "footnotes",
    "md_in_html",
]
_NAMES = [f"mk{number}z" for number in range(60)]
_TERM = f"---\ntitle: Term\nsummary: A word.\naliases: [{', '.join(_NAMES)}]\n---\n"
_WORD = re.compile(r"mk[0-9]+z")


def rendered(text: str) -> str:
    """Return what Python-Markdown makes of a text."""
    return markdown.markdown(text, extensions=EXTENSIONS)


def written_out(texts: Sequence[str]) -> list[str]:
    """Return ordinary pages as they go to Python-Markdown."""
    files = [SourceFile("glossary/term.md", _TERM.encode)]
    paths = [f"pages/p{number}.md" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        page = f"---\ntitle: A page\n---\n{text}".encode()
        files.append(SourceFile(path, lambda page=page: page))  # type: ignore[misc]
    site = check(files, Settings(), default_subjects()).site
    built = {str(path): page for path, page in pages_of(site, default_subjects()).items()}
    return [built[path].markdown for path in paths]


class Seen(HTMLParser):
    """The words `mk0z`, `mk1z`... of a page: where each of them stands."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.code: set[str] = set()
        self.text: set[str] = set()
        self.linked: set[str] = set()
        self.literal: set[str] = set()
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("code", "pre") or (tag == "a" and ("class", "ref ref-term") in attrs):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        in_code = "code" in self._open or "pre" in self._open
        for match in _WORD.finditer(data):
            (self.code if in_code else self.text).add(match[0])
            if "a" in self._open:
                self.linked.add(match[0])
            if f"[[{match[0]}]]" in data:
                self.literal.add(match[0])

    def handle_comment(self, data: str) -> None:
        self.code.update(_WORD.findall(data))
        self.literal.update(word for word in _WORD.findall(data) if f"[[{word}]]" in data)


def differences(plain: str, seen: Seen) -> list[str]:
    """Say which markers of a page are not what they should be.

    `plain` is the same page with bare words in the place of the markers: where a word stands in
    code there, the marker must be untouched; elsewhere it must be a link.
    """
    truth = Seen(rendered(plain))
    wrong = [f"{word} is touched" for word in sorted(truth.code - (seen.code & seen.literal))]
    wrong += [f"{word} is linked" for word in sorted(truth.code & seen.linked)]
    return wrong + [f"{word} is no link" for word in sorted(truth.text - truth.code - seen.linked)]
