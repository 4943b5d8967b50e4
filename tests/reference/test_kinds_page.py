"""The page on kinds and fields of one's own says what the code takes, and its example works."""

import re
from pathlib import Path

import yaml

from explainer.entries.definitions.options import FieldOptions, KindOptions
from explainer.entries.definitions.types import CHOICES
from tests.reference.reading import names, table
from tests.sites import run, write

PAGE = "KINDS.md"


def test_every_option_and_type_is_told(repository: Path) -> None:
    """And no other; whether the words are those of the code, `test_writing.py` says."""
    text = (repository / PAGE).read_text("utf-8")
    assert names(table(text, "What a kind may say", "option")) == list(KindOptions.model_fields)
    assert names(table(text, "What a field may say", "option")) == list(FieldOptions.model_fields)
    rows = table(text, "Types", "type")
    assert {cell.strip("`") for row in rows for cell in row[:2]} - {""} == set(CHOICES)


def test_its_example_works(repository: Path, tmp_path: Path) -> None:
    """As it stands, with an entry of each kind in it."""
    text = (repository / PAGE).read_text("utf-8")
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
