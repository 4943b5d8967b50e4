"""The page on kinds and fields of one's own says what the code takes, and its example works."""

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from explainer.entries.definitions.options import FieldOptions, KindOptions
from explainer.entries.definitions.types import ITEMS, TYPES
from explainer.subjects.decisions.fields import AGAINST, IN_FAVOUR, Decision
from tests.sites import run, write

FROM_OTHERS = {
    "plural": "from the folder",
    "about": "from the title and the order",
    "title": "from the name",
    "relation": "from the title",
    "listed_as": "from the titles of kind and field",
    "inverse": "the title of the field",
}


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table in Markdown."""
    lines = [list(head), ["---"] * len(list(head)), *map(list, rows)]
    return "\n".join(f"| {' | '.join(cells)} |".replace(" --- ", "---") for cells in lines)


def options(model: type[BaseModel]) -> str:
    """Return the table of the options of a definition."""
    rows = (
        (f"`{name}`", field.description or "", default_of(name, field.is_required(), field.default))
        for name, field in model.model_fields.items()
    )
    return table(["option", "what it says", "default"], rows)


def default_of(name: str, is_required: bool, default: Any) -> str:
    """Say what holds without an option."""
    if is_required:
        return "must be there"
    if default is False:
        return "`false`"
    return FROM_OTHERS.get(name, f"`{default}`" if default else "")


def types() -> str:
    """Return the table of the types of fields."""
    rows = [
        (f"`{t.name}`", f"`{t.many}`" if t.many else "", t.takes, f"`{t.example}`") for t in TYPES
    ]
    items = ("", f"`{ITEMS}`", "items with the `fields` that the definition lists", "")
    return table(["type", "and several", "takes", "example"], [*rows, items])


@pytest.mark.parametrize(
    ("mark", "made"),
    [("kinds", options(KindOptions)), ("fields", options(FieldOptions)), ("types", types())],
)
def test_the_tables_are_those_of_the_code(repository: Path, mark: str, made: str) -> None:
    """Every option and every type, in the words of the code; RENEW_GOLDEN=1 renews them."""
    path = repository / "KINDS.md"
    text = path.read_text("utf-8")
    found = re.search(f"<!-- {mark} -->\n(.*?)\n?<!-- /{mark} -->", text, re.DOTALL)
    assert found
    if os.environ.get("RENEW_GOLDEN"):
        inner = f"<!-- {mark} -->\n{made}\n<!-- /{mark} -->"
        path.write_text(text.replace(found[0], inner), encoding="utf-8")
    else:
        assert found[1] == made


def test_every_field_of_the_second_subject_is_named(repository: Path) -> None:
    """In the table of its fields."""
    text = (repository / "KINDS.md").read_text("utf-8")
    _, _, section = text.partition("## Subjects that come along")
    names = [field.alias or name for name, field in Decision.model_fields.items()]
    assert [
        name for name in names if f"| `{name}`" not in section and f", `{name}`†" not in section
    ] == []
    for outcome in (*IN_FAVOUR, *AGAINST):
        assert f"`{outcome}`" in section


def test_its_example_works(repository: Path, tmp_path: Path) -> None:
    """As it stands, with an entry of each kind in it."""
    text = (repository / "KINDS.md").read_text("utf-8")
    example = re.search(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert example
    write(tmp_path, "mkdocs.yml", f"site_name: S\n{example[1]}")
    write(tmp_path, "docs/index.md", "[[old-bridge]], [[nora]]")
    bridge = yaml.safe_dump(
        {
            "title": "Old Bridge",
            "opened": "1890",
            "closed": "1990",
            "material": {"value": "stone"},
            "repairs": [{"from": "1920", "cost": "5"}],
        }
    )
    write(tmp_path, "docs/bridges/old-bridge.md", f"---\n{bridge}---\n")
    write(tmp_path, "docs/people/nora.md", "---\ntitle: Nora\nsummary: X.\nparty: Greens\n---\n")
    done = run("check", "--strict", cwd=tmp_path)
    assert done.status == 0, done.out
    done = run("new", "bridge", "New Bridge", cwd=tmp_path)
    assert done.out == "docs/bridges/new-bridge.md\n"
