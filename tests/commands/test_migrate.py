"""What `migrate` does to a site, and what the other commands say of a site that needs it."""

from pathlib import Path

import pytest

from explainer.entries.formats import FORMAT
from explainer.publish.rewriting import NewContent, rewrite
from tests.archive import write_site
from tests.repositories import git, repository
from tests.sites import contents, mkdocs, run, write

OLD = """
    -- mkdocs.yml --
    site_name: Small site
    plugins:
      - search
      - explainer:
          format: 0  # of the drafts
    -- docs/index.md --
    ---
    description: What an ordinary page has stays.
    ---
    # Home

    See [[ada-lovelace]].
    -- docs/people/ada-lovelace.md --
    ---
    # the first
    name: Ada Lovelace
    description: A mathematician who wrote the first program.
    date_of_birth: 1815-12-10
    died: 1852-11-27
    status: published
    ---
    She wrote the first program.[@menabrea-1843]
    -- docs/sources/menabrea-1843.md --
    ---
    name: Sketch of the Analytical Engine
    publisher: Taylor
    date: 1843
    ---
"""
ADA = "docs/people/ada-lovelace.md"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return the folder of a site that is written for format 0."""
    return write_site(OLD, tmp_path / "old").parent


@pytest.mark.parametrize(
    "command", [["build"], ["check"], ["schema"], ["serve"], ["new", "person", "Charles"]]
)
def test_a_site_of_an_older_format_is_told_to_migrate(old: Path, command: list[str]) -> None:
    """Every command ends with 2 and one message, rather than with a problem for each field."""
    before = contents(old)
    done = run(*command, cwd=old)
    assert (done.status, done.out) == (2, "")
    assert f"format 0 of entries, and this program reads {FORMAT}" in done.err
    assert "python build.py migrate" in done.err
    assert contents(old) == before


def test_mkdocs_alone_says_the_same(old: Path) -> None:
    done = mkdocs("build", "--quiet", cwd=old)
    assert done.status == 1
    assert "run `python build.py migrate`" in done.out + done.err
    assert not (old / "site").exists()


@pytest.mark.parametrize(
    ("version", "said"),
    [
        (str(FORMAT + 1), f"format {FORMAT + 1} of entries, and this program knows {FORMAT}"),
        ("-1", "format is a number"),
        ("true", "format is a number"),
    ],
)
def test_another_format_is_refused(old: Path, version: str, said: str) -> None:
    """A site for a later program is not read by this one, and not migrated either."""
    settings = (old / "mkdocs.yml").read_text()
    write(old, "mkdocs.yml", settings.replace("format: 0", f"format: {version}"))
    for command in ("check", "migrate"):
        done = run(command, cwd=old)
        assert (done.status, done.out) == (2, "")
        assert said in done.err


def test_the_old_site_becomes_one_of_today(old: Path) -> None:
    """The listing shows each line that goes and comes; the check then finds nothing."""
    done = run("migrate", cwd=old)
    assert done.status == 0, done.err
    assert done.out == (
        "docs/people/ada-lovelace.md\n"
        "    3 - name: Ada Lovelace\n"
        "    4 - description: A mathematician who wrote the first program.\n"
        "    5 - date_of_birth: 1815-12-10\n"
        "    3 + title: Ada Lovelace\n"
        "    4 + summary: A mathematician who wrote the first program.\n"
        "    5 + born: 1815-12-10\n"
        "    7 - status: published\n"
        "    7 + draft: false\n"
        "docs/sources/menabrea-1843.md\n"
        "    2 - name: Sketch of the Analytical Engine\n"
        "    2 + title: Sketch of the Analytical Engine\n"
        "mkdocs.yml\n"
        "    5 -       format: 0  # of the drafts\n"
        "    5 +       format: 1  # of the drafts\n"
        "Format 0 to 1: 3 files changed.\n"
    )
    checked = run("check", "--strict", cwd=old)
    assert checked.status == 0, checked.out
    assert not [path for path in contents(old) if path.rpartition("/")[2].startswith(".")]


def test_a_second_time_changes_nothing(old: Path) -> None:
    """A site that is in today's format is left alone, also one that names none."""
    assert run("migrate", cwd=old).status == 0
    after = contents(old)
    again = run("migrate", cwd=old)
    assert (again.status, again.out) == (
        0,
        f"The site is written for format {FORMAT}, today's: nothing to change.\n",
    )
    assert contents(old) == after


def test_a_dry_run_changes_nothing(old: Path) -> None:
    """The listing is that of the real thing."""
    before = contents(old)
    tried = run("migrate", "--dry-run", cwd=old)
    assert (tried.status, contents(old)) == (0, before)
    assert tried.out.endswith("3 files would change.\n")
    done = run("migrate", cwd=old)
    assert tried.out.splitlines()[:-1] == done.out.splitlines()[:-1]


def test_some_files_only(old: Path) -> None:
    """With PATHS only those change; the site is in the new format when all are."""
    assert run("migrate", "docs/sources", cwd=old).out.endswith("without PATHS.\n")
    assert "name: Ada" in (old / ADA).read_text()
    assert run("check", cwd=old).status == 2
    assert run("migrate", cwd=old).status == 0
    assert run("check", "--strict", cwd=old).status == 0
    assert run("migrate", "docs/nowhere", "--from", "0", cwd=old).status == 2


def test_the_format_can_be_told(old: Path) -> None:
    """`--from 0` migrates a site whose settings name no format."""
    write(old, "mkdocs.yml", "site_name: Small site\nplugins: [search, explainer]\n")
    assert run("check", cwd=old).status == 1
    done = run("migrate", "--from", "0", cwd=old)
    assert done.status == 0, done.err
    assert "explainer: {format: 1}]" in (old / "mkdocs.yml").read_text()
    assert run("check", "--strict", cwd=old).status == 0


def test_one_file_that_cannot_be_changed_keeps_all_as_they_were(old: Path) -> None:
    """Every reason is listed with its line, and no file is touched."""
    write(old, "docs/people/b.md", "---\nname: B\ntitle: C\nsummary: D\n---\n")
    write(old, "docs/people/c.md", "No front matter.\n")
    (old / "docs/people/d.md").write_bytes(b"---\nname: \xff\n---\n")
    before = contents(old)
    done = run("migrate", cwd=old)
    assert done.status == 1
    assert "docs/people/b.md:2:1: error: 'name' is called title now" in done.out
    assert "docs/people/c.md:1:1" in done.out
    assert "docs/people/d.md:2:7" in done.out
    assert "Nothing was changed" in done.err
    assert contents(old) == before


def test_changes_that_are_not_committed_come_first(old: Path) -> None:
    """Git has to know the old state; `--force` goes on without."""
    repository(old)
    write(old, "docs/notes.md", "# Notes\n")
    before = contents(old / "docs")
    done = run("migrate", cwd=old)
    assert (done.status, done.out) == (2, "")
    assert "not committed: docs/notes.md; commit them first" in done.err
    assert contents(old / "docs") == before
    assert run("migrate", "--dry-run", cwd=old).status == 0
    assert run("migrate", "--force", cwd=old).status == 0
    assert run("check", cwd=old).status == 0


def test_a_committed_site_is_migrated(old: Path) -> None:
    """Afterwards git shows the migration and nothing else."""
    repository(old)
    assert run("migrate", cwd=old).status == 0
    assert git(old, "diff", "--numstat").splitlines() == [
        "4\t4\tdocs/people/ada-lovelace.md",
        "1\t1\tdocs/sources/menabrea-1843.md",
        "1\t1\tmkdocs.yml",
    ]


def test_what_a_site_says_is_compared_across_formats(old: Path) -> None:
    """`diff` reads an older revision in its own format: a migration changes nothing that is said.

    So do `check --base`, and a preview.
    """
    repository(old)
    assert run("migrate", cwd=old).status == 0
    told = run("diff", "HEAD", "--gate", cwd=old)
    assert (told.status, told.out.count("Nothing changes on the site")) == (0, 1)
    ada = (old / ADA).read_text()
    write(old, ADA, ada.replace("1852-11-27", "1852-11-28"))
    assert "Died: 27 November 1852 → 28 November 1852" in run("diff", "HEAD", cwd=old).out
    assert run("check", "--base", "HEAD", cwd=old).status == 0


def test_settings_that_are_not_understood_are_for_a_person(old: Path) -> None:
    """Where the plugin is switched on in another file, migrate says what to write."""
    settings = (old / "mkdocs.yml").read_text()
    write(old, "base.yml", settings)
    write(old, "mkdocs.yml", "INHERIT: base.yml\n")
    before = contents(old)
    done = run("migrate", cwd=old)
    assert (done.status, "write `format: 1`" in done.err) == (2, True)
    assert contents(old) == before


def test_files_change_together_or_not_at_all(tmp_path: Path) -> None:
    """Where one file has another content by now, those before it get theirs back."""
    first, second = (write(tmp_path, name, f"old {name}") for name in ("a.md", "b.md"))
    first.chmod(0o640)
    new = [NewContent(p, f"old {p.name}".encode(), b"new") for p in (first, second)]
    write(tmp_path, "b.md", "somebody else's")
    with pytest.raises(OSError, match="changed meanwhile"):
        rewrite(new)
    assert contents(tmp_path) == {"a.md": b"old a.md", "b.md": b"somebody else's"}
    write(tmp_path, "b.md", "old b.md")
    rewrite(new)
    assert contents(tmp_path) == {"a.md": b"new", "b.md": b"new"}
    assert first.stat().st_mode & 0o777 == 0o640
