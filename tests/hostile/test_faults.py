"""Whatever befalls a build, the published folder is a whole site, old or new, or was not ours."""

import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.archive import write_site
from tests.hostile.killing import DAY
from tests.sites import PATIENCE, SMALL, Ran, contents, run, run_program, write


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return the folder of a site without any problem."""
    return write_site(SMALL, tmp_path / "small").parent


def test_a_build_may_be_killed_at_any_moment(repository: Path) -> None:
    """After each the published site is the old or the new one, and the next build works.

    In a process of its own, since one with threads cannot be forked; `killing` looks at it all.
    """
    command = [sys.executable, "-m", "tests.hostile.killing", "30", "7"]
    ran = subprocess.run(
        command, cwd=repository, capture_output=True, text=True, check=False, timeout=5 * PATIENCE
    )
    assert ran.returncode == 0, ran.stderr
    killed, replaced = int(ran.stdout.split()[0]), int(ran.stdout.split("; ")[1].split()[0])
    assert killed >= 15
    assert 0 < replaced < 30


def test_a_full_disk_leaves_the_old_site(repository: Path, tmp_path: Path) -> None:
    """On a real file system that is really full, to different marks; and on one to read only."""
    apart = (shutil.which("unshare") or "false", "--map-root-user", "--mount")
    mount = ("mount", "-t", "tmpfs", "none", str(tmp_path))
    if run_program(*apart, *mount, cwd=tmp_path).status:
        pytest.skip("nobody may mount a file system here")
    program = (sys.executable, "-m", "tests.hostile.full_disk", str(tmp_path))
    ran = run_program(*apart, *program, cwd=repository)
    assert (ran.status, ran.out) == (0, "the old site stood every time\n"), ran.err


@pytest.fixture
def no_large_files() -> Iterator[None]:
    """Let this process write no more than some bytes into any file."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, ignored)


@pytest.mark.parametrize("cached", [True, False])
def test_a_disk_that_takes_no_more_leaves_the_old_site(
    small: Path, no_large_files: None, cached: bool
) -> None:
    """Wherever a write fails, which this shows on every machine."""
    write(small, "site/index.html", "as it was")
    write(small, "site/404.html", "as it was")
    ran = run("build", *(() if cached else ("--no-cache",)), cwd=small)
    assert ran.status == 1
    assert "File too large" in ran.err
    assert sorted(contents(small / "site")) == ["404.html", "index.html"]
    assert [path.name for path in small.glob(".*-build-*")] == []


PRECIOUS = {"thesis.txt": "ten years", "index.html": "a page of another program"}


def refused(small: Path, folder: str) -> Ran:
    """Build into a folder that must not be replaced."""
    before = contents(small.parent)
    ran = run("build", "-d", folder, cwd=small)
    assert ran.status == 2, ran.err
    assert contents(small.parent) == before
    return ran


def test_a_folder_that_no_build_wrote_is_not_replaced(small: Path) -> None:
    for name, text in PRECIOUS.items():
        write(small.parent, f"documents/{name}", text)
    assert "name another folder, or empty this one" in refused(small, "../documents").err
    (small / "link").symlink_to(small.parent / "documents")
    assert "name another folder" in refused(small, "link").err


@pytest.mark.parametrize("folder", ["docs", ".", "..", "docs/site", "/", "~", "mkdocs.yml"])
def test_what_the_site_is_made_from_is_not_replaced(small: Path, folder: str) -> None:
    """Nor what holds it, nor a file."""
    refused(small, str(Path(folder).expanduser()))


def test_an_empty_folder_and_one_of_mkdocs_are_replaced(small: Path) -> None:
    (small / "empty").mkdir()
    write(small, "empty/.git/HEAD", "ref")
    assert run("build", "-d", "empty", cwd=small).status == 0
    assert (small / "empty/.git/HEAD").read_text() == "ref"
    for name in ("index.html", "sitemap.xml", "left.html"):
        write(small, f"public/{name}", "of a plain MkDocs")
    assert run("build", "-d", "public", cwd=small).status == 0
    assert contents(small / "public").keys() == contents(small / "empty").keys() - {".git/HEAD"}


def test_a_build_replaces_the_folder_that_somebody_stands_in(small: Path) -> None:
    """And has open in another program."""
    assert run("build", cwd=small).status == 0
    write(small, "docs/about.md", "New words.")
    with (small / "site/index.html").open() as file:
        ran = run("build", "-f", "../mkdocs.yml", "-d", ".", cwd=small / "site")
        assert "</html>" in file.read()
    assert ran.status == 0
    assert (small / "site/about/index.html").is_file()


def test_two_builds_at_once_leave_one_whole_site(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Into the same folder, of two sites that differ on every page."""
    other = (small / "mkdocs.yml").read_text().replace("Small", "Other")
    write(small, "other.yml", other)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    names, whole = ("mkdocs.yml", "other.yml"), []
    for name in names:
        assert run("build", "-f", name, cwd=small).status == 0
        whole.append(contents(small / "site"))
    shutil.rmtree(small / "site")
    command = [sys.executable, "-m", "explainer.commands.main", "build", "--no-cache", "-f"]
    builds = [
        subprocess.Popen([*command, name], cwd=small, stdout=subprocess.DEVNULL) for name in names
    ]
    assert [build.wait() for build in builds] == [0, 0]
    assert contents(small / "site") in whole
    assert [path.name for path in small.glob(".*-build-*")] == []


def test_an_edit_is_noticed_whatever_the_clock_says(small: Path) -> None:
    """Files from 1970 and 2100, and an edit of the same length whose time was set back."""
    page = write(small, "docs/about.md", "Before.")
    for when in (0, 4_102_444_800):
        os.utime(page, (when, when))
        assert run("build", cwd=small).status == 0
        page.write_text("Behind.")
        os.utime(page, (when, when))
        assert run("build", cwd=small).status == 0
        assert "Behind." in (small / "site/about/index.html").read_text()
        page.write_text("Before.")


@pytest.mark.parametrize("epoch", ["-1", "0", "253402300799", "9" * 30, "never", "1.5"])
def test_a_clock_that_says_anything_is_taken_or_refused(
    small: Path, epoch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a day, or in words; without a traceback."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    ran = run("check", cwd=small)
    assert ran.status in (0, 2)
    assert ran.status == 0 or "SOURCE_DATE_EPOCH" in ran.err
