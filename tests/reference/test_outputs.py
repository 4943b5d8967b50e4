"""The page on outputs, held against what a build really writes."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.reference.reading import table, tables_in
from tests.sites import contents, run, write
from tools.reference.examples import CORE, ROOT, files_of
from tools.reference.outputs import OTHERS, Output, data, everything

SETTINGS = """\
site_name: S
site_url: https://example.org/
theme: {name: material}
plugins:
  - search
  - explainer:
      subjects: [custody, decisions]
"""
OF_PREVIEWS = "preview/index.html"
FITS_ANYTHING = {"<path>/index.html", *(output.path for output in OTHERS)} - {OF_PREVIEWS}
OLD = [
    f"{line.partition('[')[2].rstrip('/]')}/index.html"
    for example in files_of(CORE)
    for line in example.text.splitlines()
    if line.startswith("redirect_from:")
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the paths of all files of a site with every subject, an address and a picture."""
    folder = tmp_path_factory.mktemp("outputs")
    shutil.copytree(ROOT / CORE, folder / "docs")
    write(folder, "docs/index.md", "# A site\n")
    write(folder, "docs/about/us.md", "# About us\n")
    write(folder, "docs/images/jane-doe.jpg", "a picture")
    write(folder, "mkdocs.yml", SETTINGS)
    done = run("build", "--no-cache", cwd=folder)
    assert done.status == 0, done.err
    return set(contents(folder / "site"))


def specific() -> list[Output]:
    """Return the outputs whose paths say what they are."""
    return [output for output in everything() if output.path not in FITS_ANYTHING]


def test_every_file_that_is_written_is_told(site: set[str]) -> None:
    """What no path names is an ordinary page or a file of the content folder."""
    left = {path for path in site if not any(o.pattern.fullmatch(path) for o in specific())}
    assert left == {"about/us/index.html", "images/jane-doe.jpg"}
    assert set(OLD) <= site  # whose addresses look like those of entries


def test_every_file_that_is_told_is_written(site: set[str]) -> None:
    """But for those that only a preview has."""
    absent = [
        output.path
        for output in specific()
        if not any(output.pattern.fullmatch(path) for path in site)
    ]
    assert absent == [OF_PREVIEWS]


def test_what_asks_for_a_setting_is_not_there_without_it(tmp_path: Path) -> None:
    """Without an address, data and subjects nothing is written that is told to need one."""
    write(tmp_path, "docs/index.md", "# A site\n")
    options = "{subjects: [], data_files: false}"
    write(tmp_path, "mkdocs.yml", f"site_name: S\nplugins:\n  - explainer: {options}\n")
    done = run("build", "--no-cache", cwd=tmp_path)
    assert done.status == 0, done.err
    needing = [output for output in specific() if output.when or output in data()]
    assert len(needing) > 20
    written = contents(tmp_path / "site")
    assert [path for path in written if any(o.pattern.fullmatch(path) for o in needing)] == []


def test_the_page_has_them_all(reference: Mapping[str, str]) -> None:
    """In its tables, each once."""
    tables = tables_in(reference["reference/outputs.md"])
    told = [row[0] for _, head, rows in tables if head == "file" for row in rows]
    assert told == [f"`/{output.path}`" for output in everything()]


def test_every_command_that_writes_is_told(reference: Mapping[str, str], tmp_path: Path) -> None:
    """The files of `schema`, for each kind one, are those that it prints, and no other."""
    write(tmp_path, "mkdocs.yml", "site_name: S\nplugins: [search, explainer]\n")
    write(tmp_path, "docs/index.md", "# A site\n")
    rows = table(reference["reference/outputs.md"], "What other commands write", "command")
    (told,) = [row[1] for row in rows if row[0] == "`schema`"]
    done = run("schema", "-d", "out", cwd=tmp_path)
    printed = {Path(line).name for line in done.lines}
    assert "person.schema.json" in printed
    assert printed == set(re.findall(r"`(\S+\.schema\.json)`", told))
    done = run("schema", "--format", "cms", "-d", "cms", cwd=tmp_path)
    assert [Path(line).name for line in done.lines] == ["config.yml"]
    assert "`config.yml`" in told
