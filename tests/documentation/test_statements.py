"""What the documentation says in tables and sentences, held against what the program does."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from explainer.dates import parse
from explainer.entries.kinds import KINDS
from explainer.entries.shapes import Shape, shapes_of
from explainer.entries.values import RefersTo
from tests.documentation.samples import changed_site
from tests.sites import REPOSITORY, run

VALUES = {"added", "removed", "renamed", "changed", "began", "ended", "gained", "lost"}
"""What stands in the table of the report's keys as a value, or is a key on a deeper level."""


def rows_of(path: str, head: str) -> list[list[str]]:
    """Return the cells of the table with such a head, row by row."""
    _, found, rest = (REPOSITORY / path).read_text("utf-8").partition(f"\n{head}\n")
    assert found, f"{path} has no table {head}"
    rows = rest.partition("\n\n")[0].splitlines()[1:]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows]


def named_in(text: str) -> set[str]:
    """Return what stands as code in a text."""
    return set(re.findall(r"`([a-z_]+)`", text))


def test_the_keys_of_a_comparison_are_those_that_are_printed(tmp_path: Path) -> None:
    """CONTRIBUTING.md names every key of `diff --format json`, and no other."""
    rows = {cells[0]: cells[1] for cells in rows_of("CONTRIBUTING.md", "| key | holds |")}
    report = json.loads(run("diff", "main", "--format", "json", cwd=changed_site(tmp_path)).out)
    entry = report["entries"][0]
    sentence = entry["prose"].pop("sentences")[0]
    printed: dict[str, dict[str, Any]] = {
        "`base`, `head`": report["base"] | {"head": report["head"]},
        "`summary`": report["summary"],
        "`entries`": entry,
        "`facts` of an entry": entry["facts"][0],
        "`prose` of an entry": {**entry["prose"], "sentences": sentence, **sentence},
        "`problems`": report["problems"],
        "`pages`": report["pages"][0],
    }
    assert rows.keys() == printed.keys()
    for row, found in printed.items():
        told = named_in(rows[row])
        assert told >= found.keys(), row
        assert told - VALUES <= found.keys(), row
    assert {name for row in rows for name in named_in(row)} >= report.keys()


def test_the_folders_of_kinds_are_named() -> None:
    """The table in CONTRIBUTING.md has the folder of every kind."""
    rows = rows_of("CONTRIBUTING.md", "| folder | kind |")
    assert {cells[0] for cells in rows} == {f"`docs/{kind.folder}/`" for kind in KINDS}


def leads_to_others(shape: Shape) -> bool:
    """Say whether a field, or a field of its items, names other entries than sources."""
    if shape.model:
        return any(leads_to_others(inner) for inner in shapes_of(shape.model))
    refers = shape.holds.mark(RefersTo)
    return refers is not None and refers.kinds != ("source",)


def test_every_field_that_names_an_entry_is_told() -> None:
    """The table of relations in CONTRIBUTING.md has those of every kind, and what items hold."""
    told: dict[str, set[str]] = {}
    for of, field, _ in rows_of("CONTRIBUTING.md", "| in | field | names |"):
        own, _, _ = field.partition(", each with")
        told.setdefault(of.split()[-1], set()).update(named_in(own))
    common = told.pop("entry")
    for kind in KINDS:
        shapes = {shape.name: shape for shape in shapes_of(kind.model)}
        leading = {name for name, shape in shapes.items() if leads_to_others(shape)}
        assert leading == common | told.get(kind.name, set()), kind.name
    for of, field, _ in rows_of("CONTRIBUTING.md", "| in | field | names |"):
        own, items, held = field.partition(", each with")
        if items:
            (kind,) = (kind for kind in KINDS if kind.name == of.split()[-1])
            model = {shape.name: shape.model for shape in shapes_of(kind.model)}[own.strip("`")]
            assert model
            assert named_in(held) == {shape.name for shape in shapes_of(model)}


@pytest.mark.parametrize("path", ["CONTRIBUTING.md", "explainer/publish/starter/README.md"])
def test_dates_read_as_is_said(path: str) -> None:
    """Behind each date of the list of signs stands how a page would say it."""
    text = (REPOSITORY / path).read_text("utf-8")
    line = next(line for line in text.splitlines() if line.startswith("- A date is "))
    dates = re.findall(r"`([^`]+)`", line)
    said = {date: parse(date).words() for date in dates}
    told = dict(re.findall(r"`([^`]+)` (?:is )?((?:about|perhaps|since) [\w ]+)", line))
    assert told
    assert {date: said[date] for date in told} == told
