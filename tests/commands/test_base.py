"""`check --base`: entries that were moved since a revision of git."""

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.repositories import commit, git, repository
from tests.sites import Ran, run, write

OLD, NEW = "docs/people/ada-lovelace.md", "docs/people/ada-king.md"


def move(site: Path, old: str = OLD, new: str = NEW) -> None:
    """Move an entry, and mend the link to it, without telling git."""
    target = site / new
    target.parent.mkdir(parents=True, exist_ok=True)
    (site / old).rename(target)
    note = site / "docs/glossary/note-g.md"
    if note.exists():
        note.write_text(note.read_text().replace("[[ada-lovelace]]", f"[[{target.stem}]]"))


@pytest.fixture
def site(small: Path) -> Path:
    """Return a site whose only commit has an entry that the work tree has elsewhere."""
    repository(small)
    move(small)
    return small


def check(site: Path, base: str, *more: str) -> Ran:
    """Check a site against a base."""
    return run("check", "--base", base, "--format", "json", *more, cwd=site)


def found(done: Ran) -> list[tuple[str, str]]:
    """List the problems of a report: code and path."""
    assert done.out, done.err
    return [(problem["code"], problem["path"]) for problem in json.loads(done.out)["problems"]]


LOST = [("missing-redirect", NEW)]


def test_a_move_without_a_redirect_is_reported(site: Path) -> None:
    """The new file counts though git does not know it yet; the warning stops a strict check."""
    done = check(site, "main")
    assert found(done) == LOST
    [problem] = json.loads(done.out)["problems"]
    assert problem["message"].startswith("people/ada-lovelace/ led to this entry in 'main'")
    assert problem["hint"] == "add `redirect_from: [people/ada-lovelace/]`"
    assert (problem["level"], problem["line"], problem["column"]) == ("warning", 2, 8)
    assert done.status == 0
    assert check(site, "main", "--strict").status == 1


def test_the_hint_mends_it(site: Path) -> None:
    """With the line of the hint nothing is left to report."""
    text = (site / NEW).read_text()
    line = "redirect_from: [people/ada-lovelace/]\nsummary:"
    (site / NEW).write_text(text.replace("summary:", line))
    assert found(check(site, "main", "--strict")) == []


def test_without_a_base_nothing_is_known_of_moves(site: Path) -> None:
    """The site by itself is in order."""
    assert found(run("check", "--format", "json", cwd=site)) == []


@pytest.mark.parametrize("form", ["text", "github", "sarif"])
def test_every_format_shows_it(site: Path, form: str) -> None:
    """As any other warning."""
    done = run("check", "--base", "main", "--format", form, cwd=site)
    assert "missing-redirect" in done.out
    assert NEW in done.out


def test_it_can_be_tolerated(site: Path) -> None:
    """A site that gives up its old addresses says so once."""
    settings = site / "mkdocs.yml"
    options = "[search, {explainer: {tolerated_warnings: [missing-redirect]}}]"
    settings.write_text(settings.read_text().replace("[search, explainer]", options))
    done = check(site, "main", "--strict")
    assert (found(done), done.status) == (LOST, 0)


def test_paths_narrow_it(site: Path) -> None:
    """Only the problems of the files named are shown."""
    assert found(check(site, "main", NEW)) == LOST
    assert found(check(site, "main", "docs/glossary")) == []


def test_a_base_is_any_revision(site: Path) -> None:
    """A branch, a tag, a name of a commit in full or short, one counted from another."""
    first = git(site, "rev-parse", "HEAD")
    git(site, "tag", "v1")
    last = commit(site)
    for base in (first, first[:9], "v1", "HEAD~1", "main^", "v1^{commit}", "refs/tags/v1"):
        assert found(check(site, base)) == LOST, base
    for base in ("HEAD", last, "main", "@"):
        assert found(check(site, base)) == [], base


def test_the_site_may_be_a_folder_of_the_repository(small: Path, tmp_path: Path) -> None:
    """A site in a folder with blanks, quotes and other scripts, beside files of other things."""
    folder = tmp_path / "all" / "a 'site' of \"Ада\""
    folder.parent.mkdir()
    small.rename(folder)
    write(folder.parent, "docs/people/elsewhere.md", "---\ntitle: Ada Lovelace\n---\n")
    repository(folder.parent)
    move(folder)
    assert found(check(folder, "main")) == LOST
    settings = str(folder / "mkdocs.yml")
    done = run("check", "-f", settings, "--base", "main", "--format", "json", cwd=tmp_path)
    assert found(done) == LOST


def test_the_content_folder_may_be_elsewhere(small: Path) -> None:
    """`docs_dir` decides which files are entries."""
    (small / "docs").rename(small / "content")
    with (small / "mkdocs.yml").open("a") as settings:
        settings.write("docs_dir: content\n")
    repository(small)
    move(small / "content/..", "content/people/ada-lovelace.md", "content/people/ada-king.md")
    done = run("check", "--base", "main", "--format", "json", cwd=small)
    assert ("missing-redirect", "content/people/ada-king.md") in found(done)


def test_files_with_unusual_names_do_no_harm(small: Path) -> None:
    """Blanks, quotes, line ends, links, bytes that are no text, and files that are no entries."""
    for name in ("a b.md", 'q"uote.md', "new\nline.md", "Ада.md"):
        write(small, f"docs/notes/{name}", "# A note\n")
    write(small, "docs/picture.bin", "").write_bytes(bytes(range(256)) * 9)
    (small / "docs/people/linked.md").symlink_to("ada-lovelace.md")
    repository(small)
    (small / "docs/people/linked.md").unlink()
    move(small)
    assert found(check(small, "main"))[-1:] == LOST


def test_a_page_left_out_of_the_site_had_no_address(small: Path) -> None:
    """What `exclude_docs` names was never published."""
    with (small / "mkdocs.yml").open("a") as settings:
        settings.write("exclude_docs: |\n  people/charles.md\n")
    text = "---\ntitle: Charles\nsummary: S.\n---\nHe met [[ada-lovelace]].\n"
    write(small, "docs/people/charles.md", text)
    repository(small)
    (small / "docs/people/charles.md").rename(small / "docs/people/charles-babbage.md")
    assert "missing-redirect" not in dict(found(check(small, "main")))


def test_a_base_without_the_content_has_nothing_to_lose(tmp_path: Path, small: Path) -> None:
    """A site that is new since the base is checked as any other."""
    (small / "docs").rename(tmp_path / "docs")
    repository(small)
    (tmp_path / "docs").rename(small / "docs")
    assert found(check(small, "main")) == []


def test_the_environment_of_a_hook_does_not_mislead(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git sets GIT_DIR and others for its hooks; the site's own repository is what counts."""
    other = tmp_path / "other"
    write(other, "docs/index.md", "# Other\n")
    repository(other)
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / "no-index"))
    assert found(check(site, "main")) == LOST


def test_nothing_of_the_repository_is_run_or_written(site: Path, tmp_path: Path) -> None:
    """No filter, no external diff, no monitor, no hook; index and objects are as they were."""
    trap = write(tmp_path, "trap.sh", f"#!/bin/sh\ntouch '{tmp_path}/sprung'\ncat\n")
    trap.chmod(0o755)
    for name in ("core.fsmonitor", "filter.x.smudge", "filter.x.clean", "diff.x.textconv"):
        git(site, "config", name, str(trap))
    git(site, "config", "diff.external", str(trap))
    write(site, ".git/info/attributes", "*.md filter=x diff=x\n")
    before = {path: path.stat().st_mtime_ns for path in (site / ".git").rglob("*")}
    assert found(check(site, "main")) == LOST
    assert {path: path.stat().st_mtime_ns for path in (site / ".git").rglob("*")} == before
    assert not (tmp_path / "sprung").exists()


def refusal(site: Path, base: str) -> str:
    """Return why a base is refused; nothing is reported then."""
    done = check(site, base)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("Configuration: ")
    assert "Traceback" not in done.err
    return done.err


@pytest.mark.parametrize(
    "base",
    ["nothing", "", " ", "main..main", "main main", "main:docs", "HEAD~9", "a\nb", "a\0b", "é"],
)
def test_a_revision_that_does_not_exist(site: Path, base: str) -> None:
    """Status 2, and words that say so."""
    assert "there is no revision" in refusal(site, base)


@pytest.mark.parametrize("base", ["--all", "-h", "--git-dir=/", "--output=stolen"])
def test_a_revision_is_never_an_option(site: Path, base: str) -> None:
    """What starts with a dash is no revision."""
    done = run("check", f"--base={base}", "--format", "json", cwd=site)
    assert done.status == 2
    assert f"there is no revision '{base}'" in done.err
    assert not (site / "stolen").exists()


def test_a_branch_that_only_the_origin_has_is_offered(site: Path, tmp_path: Path) -> None:
    """In a fresh checkout `main` is often known as origin/main alone."""
    commit(site)
    git(site, "clone", "--quiet", str(site), str(tmp_path / "clone"))
    clone = tmp_path / "clone"
    git(clone, "checkout", "--quiet", "--detach")
    git(clone, "branch", "--quiet", "-D", "main")
    assert "did you mean origin/main?" in refusal(clone, "main")
    assert found(check(clone, "origin/main~1")) == LOST


def test_a_shallow_clone_says_how_to_get_the_rest(site: Path, tmp_path: Path) -> None:
    """What a workflow checks out is often the last commit alone."""
    first = git(site, "rev-parse", "HEAD")
    commit(site)
    git(site, "clone", "--quiet", "--depth", "1", site.as_uri(), str(tmp_path / "clone"))
    words = refusal(tmp_path / "clone", first)
    assert "git fetch --unshallow" in words
    assert "fetch-depth: 0" in words
    git(tmp_path / "clone", "fetch", "--quiet", "--unshallow")
    assert found(check(tmp_path / "clone", first)) == LOST


def test_a_folder_without_a_repository(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nothing to compare with."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(small.parent))
    assert "is in no git repository" in refusal(small, "main")


def test_a_repository_without_a_commit(small: Path) -> None:
    """HEAD is no revision yet."""
    git(small, "init", "--quiet")
    assert "there is no revision 'HEAD'" in refusal(small, "HEAD")


def test_a_machine_without_git(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check without a base needs no git."""
    monkeypatch.setenv("PATH", str(site))
    assert "git is not installed" in refusal(site, "main")
    assert run("check", cwd=site).status == 0


def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program in the place of git."""
    program = write(tmp_path, "bin/git", f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")


def test_a_repository_of_somebody_else(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git refuses to read it; the way to allow it is told."""
    words = "fatal: detected dubious ownership in repository at '/x'"
    stand_in(tmp_path, monkeypatch, f'echo "{words}" >&2; exit 128')
    assert "safe.directory" in refusal(site, "main")


def test_a_repository_that_lacks_an_object(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A clone may have been made without the contents of older files."""
    real = shutil.which("git")
    lacking = 'case "$1" in cat-file) while read name; do echo "$name missing"; done;; '
    stand_in(tmp_path, monkeypatch, f'{lacking}*) exec {real} "$@";; esac')
    assert "lacks a part of its history" in refusal(site, "main")


def test_a_git_that_fails_otherwise(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it said is passed on."""
    stand_in(tmp_path, monkeypatch, 'echo "fatal: out of luck" >&2; exit 128')
    assert "git cannot be asked: fatal: out of luck" in refusal(site, "main")
