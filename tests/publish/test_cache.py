"""Pages of the last build: taken again only when they are the same, whatever spoiled the cache."""

import os
import random
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from bench.generate import write_site
from explainer.publish import fingerprints
from explainer.publish.building import CACHE
from explainer.publish.fingerprints import Fingerprint, fingerprint
from explainer.publish.page_cache import FILE, Kept, PageCache, recorded
from explainer.publish.prose import ProseRenderer
from explainer.publish.unchanged import FILE as LAST
from tests.copies import running
from tests.sites import BROKEN, PATIENCE, REPOSITORY, build_py, contents, run, write

SIZE = 75


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return the folder of a generated site, its files old enough to be trusted."""
    folder = tmp_path / "site-source"
    write_site(folder, SIZE)
    age(folder)
    return folder


@pytest.fixture(scope="module")
def one_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a generated site for tests that leave it whole."""
    folder = tmp_path_factory.mktemp("kept") / "site-source"
    write_site(folder, SIZE)
    age(folder)
    return folder


@pytest.fixture
def kept(one_site: Path) -> Path:
    """Return the folder of a generated site that has been built, with all that was kept of it."""
    (one_site / "docs/people/x.md").unlink(missing_ok=True)
    done = run("build", cwd=one_site)
    assert done.status == 0, done.err
    return one_site


def age(folder: Path) -> None:
    """Set the time of change of every file into the past."""
    for path in (folder / "docs").rglob("*.md"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    os.utime(folder / "mkdocs.yml", (1_000_000_000, 1_000_000_000))


def build(site: Path, *options: str) -> dict[str, bytes]:
    """Build a site, and return what was written."""
    done = run("build", "-d", "out", *options, cwd=site)
    assert done.status == 0, done.err
    return contents(site / "out")


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the pages whose prose is rendered, in this process."""
    pages: list[str] = []
    original = ProseRenderer.render

    def render(self: ProseRenderer, page: object) -> None:
        pages.append(page.file.src_uri)  # type: ignore[attr-defined]
        original(self, page)  # type: ignore[arg-type]

    monkeypatch.setattr(ProseRenderer, "render", render)
    return pages


def entries(site: Path) -> list[Path]:
    """List the entries of a site but its sources, in a stable order."""
    found = sorted((site / "docs").glob("*/*.md"))
    return [path for path in found if path.parent.name in ("people", "events", "glossary")]


def edit(site: Path, chance: random.Random) -> None:
    """Change the prose of an entry."""
    path = chance.choice(entries(site))
    text = path.read_text("utf-8")
    path.write_text(text.replace(". ", f". Number {chance.randint(0, 999)}. ", 1), "utf-8")


def retitle(site: Path, chance: random.Random) -> None:
    """Change the title of an entry, which other pages show."""
    path = chance.choice(entries(site))
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join([lines[0], f"title: Name {chance.random()}\n", *lines[2:]]), "utf-8")


def add(site: Path, chance: random.Random) -> None:
    """Add an entry, and with it a name that others may mention."""
    number = chance.randint(0, 10**9)
    text = f"---\ntitle: {chance.choice(['Lake', 'Harbour', 'Winter'])}\nsummary: A word.\n---\n"
    write(site, f"docs/glossary/new-{number}.md", text)


def delete(site: Path, chance: random.Random) -> None:
    """Delete an entry that nothing names, one of those added."""
    for path in sorted((site / "docs/glossary").glob("new-*.md"))[:1]:
        path.unlink()


def rename(site: Path, chance: random.Random) -> None:
    """Move an entry that nothing names."""
    for path in sorted((site / "docs/glossary").glob("new-*.md"))[:1]:
        path.rename(path.with_name(f"new-moved-{chance.randint(0, 10**9)}.md"))


def restyle(site: Path, chance: random.Random) -> None:
    """Give the site a template of its own, and change it."""
    text = "{% extends 'entry.html' %}{# " + str(chance.random()) + " #}\n"
    write(site, "templates/term.html", text)


def rename_site(site: Path, chance: random.Random) -> None:
    """Change a setting that every page shows."""
    text = (site / "mkdocs.yml").read_text("utf-8")
    (site / "mkdocs.yml").write_text(text.replace("Synthetic", "Synthetic x", 1), "utf-8")


CHANGES = (edit, edit, edit, retitle, add, add, delete, rename, restyle, rename_site)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_warm_build_is_byte_for_byte_a_clean_one(site: Path, seed: int) -> None:
    """After any row of edits, additions, renames and deletions."""
    chance = random.Random(seed)
    build(site)
    for _ in range(3):
        for change in chance.sample(CHANGES, 3):
            change(site, chance)
        warm = build(site, "-j", str(chance.choice([1, 2])))
        assert warm == build(site, "--no-cache", "-j", "1")


def test_only_pages_that_differ_are_rendered(site: Path, rendered: list[str]) -> None:
    """Of the entries; the few pages that others show something of are rendered every time.

    The page for paper, which is rendered anew with all that is on it, is left out.
    """
    settings = (site / "mkdocs.yml").read_text("utf-8")
    settings = settings.replace("data_files: false", "data_files: false\n      print_up_to: 0")
    (site / "mkdocs.yml").write_text(settings, "utf-8")
    build(site, "-j", "1")
    assert len(rendered) > SIZE
    rendered.clear()
    path = entries(site)[0]
    path.write_text(path.read_text("utf-8").replace(". ", ".  One more word. ", 1), "utf-8")
    build(site, "-j", "1")
    again = [name for name in rendered if name.count("/") == 1 and "index" not in name]
    assert again
    assert len(again) < 10


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data[:5000] + bytes(byte ^ 0xFF for byte in data[5000:6000]) + data[6000:],
        lambda data: data[:18] + os.urandom(len(data) - 18),
    ],
)
def test_a_spoiled_cache_changes_nothing(kept: Path, spoil: Callable[[bytes], bytes]) -> None:
    """Cut off, overwritten or emptied: what is not whole is made again."""
    clean = contents(kept / "site")
    pages = kept / CACHE / FILE
    pages.write_bytes(spoil(pages.read_bytes()))
    (kept / CACHE / LAST).write_text("{")
    assert run("build", cwd=kept).status == 0
    assert contents(kept / "site") == clean


def test_another_program_takes_nothing_from_the_cache(
    site: Path, rendered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another Python, library, theme or version of this code."""
    clean = build(site, "-j", "1")
    rendered.clear()
    monkeypatch.setattr("explainer.publish.kept.program", lambda: Fingerprint(b"other"))
    monkeypatch.setattr("explainer.publish.building.program", lambda: Fingerprint(b"other"))
    assert build(site, "-j", "1") == clean
    assert len(rendered) > SIZE


def test_the_cache_holds_the_last_build_and_no_more(site: Path) -> None:
    """However often the site is built, and whatever killed builds left."""
    build(site)
    size = (site / CACHE / FILE).stat().st_size
    stray = site / CACHE / ".pages-killed"
    stray.write_bytes(b"x" * 1000)
    os.utime(stray, (1_000_000_000, 1_000_000_000))
    for number in range(3):
        edit(site, random.Random(number))
        build(site)
    assert (site / CACHE / FILE).stat().st_size < size * 1.1
    assert {path.name for path in (site / CACHE).iterdir()} <= {LAST, FILE}


def test_two_builds_at_once_are_both_right(site: Path) -> None:
    """They share the cache, and each writes a whole site."""
    with ExitStack() as stack:
        nobody = stack.enter_context(Path(os.devnull).open("wb")).fileno()
        commands = [(REPOSITORY / "build.py", "build", "-d", name) for name in ("one", "two")]
        builds = [
            stack.enter_context(running(*command, cwd=site, env=os.environ, out=nobody))
            for command in commands
        ]
        assert [process.wait(timeout=PATIENCE) for process in builds] == [0, 0]
    assert contents(site / "one") == contents(site / "two") == build(site, "--no-cache")


def test_a_cache_that_cannot_be_written_is_none(site: Path) -> None:
    """The build goes on without."""
    (site / ".cache").write_text("a file in the way")
    clean = build(site)
    assert build(site) == clean


def test_without_a_change_nothing_is_written(site: Path) -> None:
    """The site stands as it is, and its problems are told as before."""
    write(site, "docs/glossary/alone.md", "---\ntitle: Alone\nsummary: Nothing leads here.\n---\n")
    age(site)
    first = run("build", cwd=site)
    before = {path: path.stat().st_ino for path in (site / "site").rglob("*")}
    second = run("build", cwd=site)
    assert {path: path.stat().st_ino for path in (site / "site").rglob("*")} == before
    assert second.err == first.err
    assert "warning" in second.err


BREAKS: dict[str, Callable[[Path], object]] = {
    "an entry edited": lambda site: edit(site, random.Random(1)),
    "an entry broken": lambda site: write(site, "docs/people/x.md", BROKEN),
    "a page of the output edited": lambda site: write(site, "site/index.html", "spoiled"),
    "a page of the output gone": lambda site: (site / "site/index.html").unlink(),
    "a stranger in the output": lambda site: write(site, "site/new.html", "?"),
    "the output gone": lambda site: shutil.rmtree(site / "site"),
    "settings": lambda site: rename_site(site, random.Random(1)),
}


@pytest.mark.parametrize("name", BREAKS)
def test_any_change_is_seen(kept: Path, name: str) -> None:
    """Of what the last build read, and of what it wrote."""
    clean = contents(kept / "site")
    BREAKS[name](kept)
    changed = run("build", cwd=kept)
    if name == "an entry broken":
        assert (changed.status, contents(kept / "site")) == (1, clean)
    elif name in ("an entry edited", "settings"):
        assert changed.status == 0
        assert contents(kept / "site") != clean
    else:
        assert (changed.status, contents(kept / "site")) == (0, clean)


def test_another_day_is_a_change(site: Path) -> None:
    """What a page says of today is not what it said yesterday."""
    day = {"SOURCE_DATE_EPOCH": "1790000000"}
    build_py("build", cwd=site, **day)
    before = (site / "site/held/index.html").stat().st_ino
    build_py("build", cwd=site, **day)
    assert (site / "site/held/index.html").stat().st_ino == before
    build_py("build", cwd=site, SOURCE_DATE_EPOCH="1790100000")
    assert (site / "site/held/index.html").stat().st_ino != before


def test_a_file_as_young_as_the_build_is_compared_by_its_content(small: Path) -> None:
    """Its time of change might not tell of a further change."""
    note = small / "docs/glossary/note-g.md"
    run("build", cwd=small)
    known, text = note.stat(), note.read_text("utf-8")
    note.write_text(text.replace("last note", "best note"), "utf-8")
    os.utime(note, ns=(known.st_atime_ns, known.st_mtime_ns))
    run("build", cwd=small)
    assert b"best note" in contents(small / "site")["glossary/note-g/index.html"]
    before = (small / "site/index.html").stat().st_ino
    run("build", cwd=small)
    assert (small / "site/index.html").stat().st_ino == before


def test_nobody_looks_behind_a_link_to_a_folder(site: Path, tmp_path: Path) -> None:
    """So a site with one is built every time."""
    (tmp_path / "elsewhere").mkdir()
    (site / "templates").mkdir()
    (site / "templates/linked").symlink_to(tmp_path / "elsewhere")
    build(site)
    before = (site / "out/index.html").stat().st_ino
    build(site)
    assert (site / "out/index.html").stat().st_ino != before


def test_a_record_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    """And one that was not kept does not come back."""
    page = Kept(b"<p>\n\xff\n</p>", {"search": [{"a": "é"}], "messages": [["x", 30, "y"]]})
    key, other = fingerprint("page"), fingerprint("other")
    cache = PageCache.opened(tmp_path / "new/folder")
    assert cache.get(key) is None
    cache.replace([(key, recorded(page))])
    assert PageCache.opened(tmp_path / "new/folder").get(key) == page
    assert PageCache.opened(tmp_path / "new/folder").get(other) is None


def test_a_fingerprint_is_that_of_the_value() -> None:
    """Equal values have equal ones, in another process too; others have others."""
    value = ("a", 1, frozenset({"x"}), {"b": (1.5, None)})
    assert fingerprint(value) == fingerprint(("a", 1, frozenset({"x"}), {"b": (1.5, None)}))
    assert fingerprint(value) != fingerprint(("a", 1, frozenset({"x"}), {"b": (1.5, 0)}))
    assert fingerprint(fingerprint) != fingerprint(fingerprints.folders)
