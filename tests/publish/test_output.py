"""The folder of a site: replaced in one step, or left alone."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from explainer.publish.output import Output, holds_what_it_is_made_from
from tests.sites import PATIENCE, contents, eventually


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a site that is already there."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old")
    return site


def build(folder: Path) -> Output:
    """Begin to build a site at a folder."""
    output = Output.beside(folder)
    (output.new / "new.html").write_text("new")
    return output


def beside(folder: Path) -> list[str]:
    """List what lies beside a folder."""
    return sorted(path.name for path in folder.parent.iterdir())


def test_the_new_site_takes_the_place_of_the_old(folder: Path) -> None:
    """Until it is published the old site stands; then nothing else is left."""
    output = build(folder)
    assert contents(folder) == {"old.html": b"old"}
    output.publish()
    assert contents(folder) == {"new.html": b"new"}
    assert beside(folder) == ["site"]


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    """The folder and those above it are made, with the permissions of any other."""
    folder = tmp_path / "deep" / "down"
    build(folder).publish()
    assert contents(folder) == {"new.html": b"new"}
    assert stat.S_IMODE(folder.stat().st_mode) == stat.S_IMODE(folder.parent.stat().st_mode)


def test_discarding_leaves_the_old_site(folder: Path) -> None:
    """An unfinished site goes, the old one is as it was."""
    build(folder).discard()
    assert contents(folder) == {"old.html": b"old"}
    assert beside(folder) == ["site"]


def test_permissions_are_kept(folder: Path) -> None:
    """A folder that a group may write stays one."""
    folder.chmod(0o775)
    build(folder).publish()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o775


def test_hidden_files_at_the_top_stay(folder: Path) -> None:
    """What MkDocs leaves alone, such as .git of a branch to publish, is in the new site too."""
    (folder / ".git").mkdir()
    (folder / ".git/HEAD").write_text("ref")
    (folder / ".nojekyll").write_text("old")
    output = build(folder)
    (output.new / ".nojekyll").write_text("new")
    output.publish()
    assert contents(folder) == {"new.html": b"new", ".git/HEAD": b"ref", ".nojekyll": b"new"}


def test_a_link_to_a_folder_stays_a_link(folder: Path, tmp_path: Path) -> None:
    """Where the output folder is a symbolic link, the site is written to where it leads."""
    link = tmp_path / "elsewhere" / "public"
    link.parent.mkdir()
    link.symlink_to(folder)
    build(link).publish()
    assert link.is_symlink()
    assert contents(folder) == {"new.html": b"new"}
    assert beside(link) == ["public"]


def test_a_file_is_not_replaced(tmp_path: Path) -> None:
    """A file where the folder should be is refused."""
    (tmp_path / "site").write_text("precious")
    with pytest.raises(NotADirectoryError):
        Output.beside(tmp_path / "site")
    assert contents(tmp_path) == {"site": b"precious"}


def test_an_old_site_is_put_back_when_the_new_cannot_be_placed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the second of the two renames fails, the first is undone."""
    output = build(folder)
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self.name.startswith("ready-"):
            raise OSError("no")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    monkeypatch.setattr("explainer.publish.output.exchange", lambda one, other: False)
    with pytest.raises(OSError, match="no"):
        output.publish()
    output.discard()
    assert contents(folder) == {"old.html": b"old"}
    assert beside(folder) == ["site"]


KILLED = """
import os, signal, sys
from pathlib import Path
from explainer.publish import output as module
from explainer.publish.output import Output

output = Output.beside(Path(sys.argv[1]))
(output.new / "half.html").write_text("half")
if sys.argv[2] == "writing":
    os.kill(os.getpid(), signal.SIGKILL)
def die(*paths):
    os.kill(os.getpid(), signal.SIGKILL)
rename = Path.rename
def dying(self, target):
    return die() if target == output.folder else rename(self, target)
Path.rename = dying
exchange = module.exchange
def exchanged(one, other):
    if sys.argv[2] == "before the exchange":
        die()
    done = exchange(one, other)
    return die() if sys.argv[2] == "behind the exchange" else done
module.exchange = (lambda *_: False) if sys.argv[2] == "between the renames" else exchanged
output.publish()
"""
MOMENTS = ["writing", "between the renames", "before the exchange", "behind the exchange"]
can_exchange = sys.platform == "linux"


@pytest.mark.parametrize("moment", MOMENTS if can_exchange else MOMENTS[:2])
def test_a_later_build_clears_up_after_a_killed_one(
    folder: Path, repository: Path, moment: str
) -> None:
    """Whenever a build is killed, the next finds the old site whole and removes the rest."""
    (folder / ".keep").write_text("kept")
    (folder / ".git").mkdir()
    (folder / ".git/HEAD").write_text("ref")
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, folder, moment],
        cwd=repository,
        check=False,
        timeout=PATIENCE,
    )
    assert killed.returncode == -signal.SIGKILL
    assert len(beside(folder)) == (1 if moment == "between the renames" else 2)
    output = build(folder)
    now = {"half.html": b"half"} if moment == "behind the exchange" else {"old.html": b"old"}
    assert contents(folder) == {**now, ".keep": b"kept", ".git/HEAD": b"ref"}
    output.publish()
    assert contents(folder) == {"new.html": b"new", ".keep": b"kept", ".git/HEAD": b"ref"}
    assert beside(folder) == ["site"]


WAITING = """
import sys
from pathlib import Path
from explainer.publish.output import Output

output = Output.beside(Path(sys.argv[1]))
(output.new / "other.html").write_text("other")
print("ready", flush=True)
sys.stdin.readline()
output.publish()
"""


def test_a_build_in_another_process_is_left_alone(folder: Path, repository: Path) -> None:
    """Two builds at once do not take each other's unfinished site for a stray."""
    with subprocess.Popen(
        [sys.executable, "-c", WAITING, folder],
        cwd=repository,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "ready\n"
        build(folder).publish()
        assert contents(folder) == {"new.html": b"new"}
        other.communicate("go\n", timeout=PATIENCE)
    assert other.returncode == 0
    assert contents(folder) == {"other.html": b"other"}
    assert beside(folder) == ["site"]


def test_only_its_own_strays_are_removed(folder: Path) -> None:
    """A folder beside the site that merely looks alike, or belongs to another site, stays."""
    for name in (".site-build", ".site2-build-abc", "site-build-abc", ".other-build-abc"):
        (folder.parent / name).mkdir()
    (folder.parent / ".site-build-file").write_text("a file")
    before = beside(folder)
    build(folder).publish()
    assert beside(folder) == before


def test_a_folder_is_not_taken_with_what_the_site_is_made_from(tmp_path: Path) -> None:
    """The output folder may lie beside the content, not around it."""
    templates = tmp_path / "templates"
    templates.mkdir()
    assert holds_what_it_is_made_from(tmp_path, [templates]) == templates
    assert holds_what_it_is_made_from(templates, [templates]) == templates
    assert holds_what_it_is_made_from(tmp_path / "site", [templates]) is None
    assert holds_what_it_is_made_from(templates / "site", [templates]) is None


def test_nothing_is_locked_for_long(folder: Path) -> None:
    """A process that builds often, as a server does, keeps no file open."""
    descriptors = Path("/proc/self/fd") if Path("/proc/self/fd").exists() else Path("/dev/fd")
    before = len(os.listdir(descriptors))  # noqa: PTH208 - iterdir opens the folder itself
    for _ in range(5):
        build(folder).publish()
        build(folder).discard()
    eventually(
        lambda: len(os.listdir(descriptors)) <= before,  # noqa: PTH208
        lambda: "descriptors are left open",
    )
