"""Public lists of bad input: of all that they hold, nothing gets through; the summary counts it.

`lists/README.md` says where they come from.
"""

import json
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import markdown
import pytest
import yaml
from yaml.events import NodeEvent

from explainer.dates import EdtfError, parse
from explainer.entries.kinds import KINDS
from explainer.entries.read import read_documents
from explainer.entries.text import SourceFile
from explainer.pages.clean import cleaned, findings
from explainer.problems import Problem
from explainer.settings import Settings
from explainer.site.code import code_spans, markdown_code
from explainer.site.markup import unsafe_markup
from explainer.site.prose import read_prose
from explainer.site.words import plain_words
from tests.archive import checked
from tests.hostile.lists.commonmark import SHAPES, Shape
from tests.hostile.lists.repeated import text_of
from tests.hostile.oracle import live, structure
from tests.whole import EXTENSIONS, built, laid_out

Record = Callable[[str, object], None]
LISTS = Path(__file__).parent / "lists"
DATES = Path(__file__).parents[1] / "dates" / "data"
MANY = 5_000


@cache
def listed(name: str) -> list[str]:
    """Return the texts of a list."""
    return [text for _, text in json.loads((LISTS / name).read_text("utf-8"))]


def told(record: Record, what: str, tried: int, through: list[str]) -> None:
    """Keep the numbers for the summary, and fail where something got through."""
    record("tried", (what, tried, len(through)))
    assert through == []


RENDERER = markdown.Markdown(extensions=EXTENSIONS)


def rendered(text: str) -> str:
    html: str = RENDERER.reset().convert(text)
    return html


DOORS = {
    "prose": "{}",
    "HTML": "<div>\n{}\n</div>",
    "Markdown in HTML": "<div markdown>\n{}\n</div>",
    "an attribute": '<a href="{}">a</a>',
    "a link": "[a]({})",
    "a link in angles": "[a](<{}>)",
    "a picture": "![a]({})",
    "an address": "<{}>",
    "a reference": "[a]: {}\n\n[a]",
    "attributes": "a {{{}}}",
    "a cell": "| a | b |\n|---|---|\n| {} | c |",
    "a heading": "# {}",
    "a footnote": "a[^1]\n\n[^1]: {}",
}


def let_pass(door: str) -> list[str]:
    """Return the HTML of the scripts that neither the check nor the cleaner stops."""
    texts = [DOORS[door].format(text) for text in listed("scripts.json")]
    opened = [text for text in texts if not unsafe_markup(text)]
    return [html for html in map(rendered, opened) if not findings(html)]


@pytest.mark.parametrize("door", DOORS)
def test_no_script_gets_through_both_locks(door: str, record_property: Record) -> None:
    """What the check lets pass and the cleaner finds nothing in runs and loads nothing."""
    through = [html for html in let_pass(door) if live(html)]
    told(record_property, f"scripts in {door}", len(listed("scripts.json")), through)


def test_no_script_gets_through_the_second_lock_alone(record_property: Record) -> None:
    """Whatever the check thinks of it."""
    pages = [rendered(text) for text in listed("scripts.json")]
    through = [html for html in pages if live(html) and not findings(html)]
    told(record_property, "scripts, second lock alone", len(pages), through)


def test_no_script_is_left_where_prose_is_cleaned(record_property: Record) -> None:
    """While a site is served, what is not allowed is taken out."""
    pages = [cleaned(text) for text in listed("scripts.json")]
    told(record_property, "scripts, cleaned", len(pages), [p for p in pages if live(p)])


def entry(number: int, texts: Sequence[str]) -> str:
    """Write an entry that has texts in its fields, and none in its prose."""
    title, summary, other = (json.dumps(text) for text in texts)
    return (
        f"-- glossary/t{number}.md --\n---\ntitle: {title}\nsummary: {summary}\n"
        f"aliases: [{other}]\nnames: {{ru: {other}}}\ntags: [{other}]\nautolink: false\n"
        f"corrections: [{{date: 2024-01-01, text: {other}}}]\n---\n"
    )


def test_no_text_of_a_field_changes_what_a_page_is_made_of(record_property: Record) -> None:
    """Whatever stands in its fields, a page has the elements that it has with `T` in them."""
    texts = [text for text in listed("scripts.json") if 0 < len(text.strip()) <= 300]
    third = len(texts) // 3
    given = list(zip(texts[:third], texts[third:], texts[2 * third :], strict=False))
    archive = "".join(entry(number, some) for number, some in enumerate(given))
    problems = checked(archive).problems
    refused = {p.place.path.rpartition("/")[2] for p in problems if p.level == "error"}
    kept = [(n, some) for n, some in enumerate(given) if f"t{n}.md" not in refused]
    assert len(kept) > len(given) * 0.95
    pages = built("".join(entry(number, some) for number, some in [*kept, (-1, "TTT")]))
    plain = structure(laid_out(pages["glossary/t-1.md"]))
    changed = [
        str(some)
        for number, some in kept
        if structure(laid_out(pages[f"glossary/t{number}.md"])) != plain
    ]
    told(record_property, "scripts as titles, summaries, names", 3 * len(given), changed)


def is_beyond(text: str) -> bool:
    """Say whether the block before a line of hyphens has an anchor, an alias or a tag."""
    block = re.split(r"^---[ \t]*$", text, maxsplit=1, flags=re.MULTILINE)[0]
    try:
        return any(
            event.anchor is not None or getattr(event, "tag", None) is not None
            for event in yaml.parse(block, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
            if isinstance(event, NodeEvent)
        )
    except (yaml.YAMLError, ValueError):
        return True


def test_no_yaml_beyond_plain_values_gets_through(record_property: Record) -> None:
    """All of the YAML test suite as front matter: plain values, or a problem; never a traceback."""
    through = []
    for text in listed("yaml.json"):
        data = f"---\n{text}\n---\n".encode()
        files = [SourceFile("glossary/t.md", lambda data=data: data)]  # type: ignore[misc]
        _, problems = read_documents(files, KINDS, Settings())
        assert all(problem.place.line >= 1 for problem in problems)
        if is_beyond(text) and not any(p.code == "front-matter" for p in problems):
            through.append(text)
    told(record_property, "YAML", len(listed("yaml.json")), through)


def refused_dates() -> list[str]:
    """List what other libraries refuse; a range of seasons is a date here."""
    files = (DATES / "edtf_python.json", DATES / "edtf_js.json")
    texts = [text for file in files for text in json.loads(file.read_text("utf-8"))["rejected"]]
    return [text for text in dict.fromkeys(texts) if text != "2012-21/2012-22"]


def is_date(text: str) -> bool:
    try:
        parse(text)
    except EdtfError:
        return False
    return True


def test_no_date_that_others_refuse_gets_through(record_property: Record) -> None:
    told(record_property, "dates", len(refused_dates()), list(filter(is_date, refused_dates())))


LONG = {
    f"{number} {origin}": text_of(parts)
    for number, (origin, parts) in enumerate(json.loads((LISTS / "long.json").read_text("utf-8")))
}


def read(text: str) -> list[Problem]:
    """Let everything read a text that reads prose before it is rendered."""
    for spans in (code_spans(text), markdown_code(text)):
        assert all(0 <= start < end <= len(text) for start, end in spans)
    assert read_prose(text).text == text
    assert len(plain_words(text)) <= len(text)
    assert isinstance(findings(text), list)
    return list(checked(f"-- page.md --\n{text}").problems)


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_long_texts_are_checked(text: str, record_property: Record) -> None:
    """With a square somewhere this would run for minutes."""
    assert all(problem.place.path == "docs/page.md" for problem in read(text))
    told(record_property, "long texts", 1, [])


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_slow_shapes_of_commonmark_are_checked(shape: Shape, record_property: Record) -> None:
    assert all(problem.place.path == "docs/page.md" for problem in read(shape(MANY)))
    told(record_property, "long texts", 1, [])
