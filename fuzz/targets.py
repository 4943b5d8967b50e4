"""What is fed with bytes, and what must hold whatever they are.

A target takes any bytes and returns; what it raises is a find.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TypeAlias

import markdown

from explainer.dates import EdtfError, parse, time_parts
from explainer.entries.kinds import Kind
from explainer.entries.read import read_documents
from explainer.entries.text import SourceFile, uniform
from explainer.pages.clean import cleaned, findings
from explainer.problems import Problem
from explainer.publish.generator import check, pages_of
from explainer.settings import Settings
from explainer.site.code import code_spans, markdown_code
from explainer.site.markup import unsafe_markup
from explainer.site.prose import read_prose
from explainer.site.words import plain_words
from explainer.subjects import Subject, available, kinds_with
from explainer.views.sought import Sought, TooShortError
from explainer.views.writings import writings
from tests.hostile.oracle import live

Target: TypeAlias = Callable[[bytes], None]

_MARKER = re.compile(rb"^-- (?P<path>[a-z0-9-]+(?:/[a-z0-9-]+)*\.md) --\n", re.MULTILINE)
_EXTENSIONS = ["tables", "toc", "fenced_code", "attr_list", "footnotes", "md_in_html"]
_LONGEST_RENDERED = 2_000  # what is longer takes Python-Markdown too long, and shows nothing more


def front_matter(data: bytes) -> None:
    """Read a file of every kind: a document or a problem, each problem at a place in the file."""
    lines = uniform(data.decode("utf-8", "replace")).split("\n")
    for kind in _kinds():
        file = SourceFile(f"{kind.folder}/x.md", lambda: data)
        documents, problems = read_documents([file], _kinds(), Settings())
        assert problems or documents.entries or documents.pages or documents.unpublished
        _are_in_place(problems, len(lines))


def dates(data: bytes) -> None:
    """Read a date: one that is said and ordered, or a refusal in words."""
    text = data.decode("utf-8", "replace")
    try:
        date = parse(text)
    except EdtfError as error:
        assert str(error).isprintable(), error
        return
    assert parse(str(date)) == date
    assert date.words()
    assert "".join(part.text for part in time_parts(date)) == date.words()
    assert date.sort_key == parse(text).sort_key
    earliest, latest = date.loose_bounds()
    if date.earliest is not None and date.latest is not None:
        assert date.earliest <= date.latest
        assert earliest is not None
        assert latest is not None
        assert earliest <= date.earliest <= date.latest <= latest


def links(data: bytes) -> None:
    """Read prose: what is a link, a citation or code lies in the text, in order, and apart."""
    text = uniform(data.decode("utf-8", "replace"))
    prose = read_prose(text)
    spans = [*(link.span for link in prose.links), *(cited.span for cited in prose.citations)]
    for some in (sorted(spans), code_spans(text), markdown_code(text)):
        ends = [0, *(end for _, end in some)]
        assert all(before <= start < end for before, (start, end) in zip(ends, some, strict=False))
        assert ends[-1] <= len(text)
    for cited in prose.citations:
        assert all(item.source in text[item.offset : cited.span[1]] for item in cited.items)
    assert len(plain_words(text)) <= len(text)


def markup(data: bytes) -> None:
    """Render prose: what both locks let pass is harmless, and so is what is cleaned."""
    text = uniform(data.decode("utf-8", "replace"))[:_LONGEST_RENDERED]
    unsafe = unsafe_markup(text)
    assert all(0 <= found.offset <= len(text) for found in unsafe)
    html = _renderer().reset().convert(text)
    assert not live(cleaned(html))
    if not findings(html):
        assert not live(html), html


def sites(data: bytes) -> None:
    """Check a whole site, and again: the same problems, or else the same pages."""
    first, again = _checked(data), _checked(data)
    assert first == again


def absence(data: bytes) -> None:
    """Look for the first line in the rest: it is found where it stands between blanks."""
    text, _, rest = uniform(data.decode("utf-8", "replace")).partition("\n")
    try:
        sought = Sought(text)
    except TooShortError:
        return
    hits = sought.hits(tuple(writings(rest)))
    assert hits.times >= 0
    assert hits.line is None or 1 <= hits.line <= rest.count("\n") + 1
    assert sought.hits(tuple(writings(f"a {text} b"))).times >= 1


TARGETS: Mapping[str, Target] = {
    target.__name__.replace("_", "-"): target
    for target in (front_matter, dates, links, markup, sites, absence)
}


def _checked(data: bytes) -> object:
    parts = _MARKER.split(data)
    paths = [part.decode() for part in parts[1::2]] or ["page.md"]
    contents = dict(zip(paths, parts[2::2] or [data], strict=True))
    files = [SourceFile(path, lambda text=text: text) for path, text in contents.items()]  # type: ignore[misc]
    checked = check(files, Settings(), _subjects())
    for path, text in contents.items():
        lines = uniform(text.decode("utf-8", "replace")).count("\n") + 1
        own = [found for found in checked.problems if found.place.path == f"docs/{path}"]
        _are_in_place(own, lines)
    if any(problem.level == "error" for problem in checked.problems):
        return checked.problems
    pages = pages_of(checked.site, _subjects())
    return checked.problems, {path: page.markdown for path, page in pages.items()}


def _are_in_place(problems: Sequence[Problem], lines: int) -> None:
    for problem in problems:
        assert 1 <= problem.place.line <= lines + 1, problem
        assert problem.place.column >= 1, problem
        assert problem.message, problem
        assert (problem.message + problem.hint).isprintable(), problem


@cache
def _subjects() -> tuple[Subject, ...]:
    return tuple(subject for subject in available().values() if subject.default)


@cache
def _kinds() -> Sequence[Kind]:
    return kinds_with(_subjects())


@cache
def _renderer() -> markdown.Markdown:
    return markdown.Markdown(extensions=_EXTENSIONS)
