"""`schema`: the JSON Schema of each kind."""

import json
from pathlib import Path

from tests.sites import run, write

KINDS = ["person", "event", "term", "organisation", "place", "source"]


def test_it_prints_one_object_with_every_kind(small: Path) -> None:
    """Under the site's own settings, from wherever it is asked."""
    write(
        small,
        "mkdocs.yml",
        "site_name: Small\nplugins:\n  - search\n  - explainer:\n"
        "      subjects: []\n      event_categories: [vote]\n",
    )
    ran = run("schema", "-f", str(small / "mkdocs.yml"), cwd=small.parent)
    assert (ran.status, ran.err) == (0, "")
    schemas = json.loads(ran.out)
    assert list(schemas) == KINDS
    assert schemas["event"]["properties"]["category"]["enum"] == ["vote"]
    assert "detentions" not in schemas["person"]["properties"]


def test_it_writes_a_file_for_every_kind(small: Path) -> None:
    """And prints their paths; what it writes twice is the same."""
    ran = run("schema", "-d", "editor/schemas", cwd=small)
    assert ran.status == 0
    assert ran.out.split() == [f"editor/schemas/{kind}.schema.json" for kind in KINDS]
    first = {path: (small / path).read_text() for path in ran.out.split()}
    assert run("schema", "-d", "editor/schemas", cwd=small).status == 0
    assert first == {path: (small / path).read_text() for path in first}
    assert json.loads(run("schema", cwd=small).out)["person"] == json.loads(
        first["editor/schemas/person.schema.json"]
    )


def test_a_folder_that_cannot_be_written_is_told(small: Path) -> None:
    """Without a traceback, and as a failure."""
    write(small, "taken", "a file")
    ran = run("schema", "-d", "taken", cwd=small)
    assert ran.status == 1
    assert "cannot be written" in ran.err
