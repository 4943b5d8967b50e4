"""Files that lead out of the site, are none, or have names that not every system can have."""

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from explainer.entries.text import SourceFile
from explainer.problems import Problem
from explainer.publish.generator import check
from explainer.settings import Settings
from tests.archive import write_site
from tests.sites import SMALL, contents, run, write
from tests.whole import faults

SECRET = "the secret of another file"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return the folder of a site without any problem, with a secret beside it."""
    write(tmp_path, "secret.txt", SECRET)
    return write_site(SMALL, tmp_path / "small").parent


def problems(site: Path) -> list[tuple[str, str]]:
    """Check a site; return the errors and what hides, as code and path."""
    done = run("check", "--format", "json", cwd=site)
    found = json.loads(done.out)["problems"]
    return [(p["code"], p["path"]) for p in found if p["level"] == "error"]


def refused(site: Path, path: str, code: str = "bad-file") -> None:
    """Hold that neither command takes a site, and neither says what a file holds."""
    for command in (("check",), ("build", "--no-cache"), ("stage", "-d", "staged")):
        done = run(*command, cwd=site)
        assert done.status == 1, done.err
        assert f"{path}:1:1: error: " in done.out + done.err
        assert f"[{code}]" in done.out + done.err
        assert SECRET not in done.out + done.err
    assert not (site / "site").exists()
    assert not (site / "staged").exists()


OUT = ["../../secret.txt", "/etc/passwd", "/dev/zero", "/proc/self/environ", "../mkdocs.yml", ".."]


@pytest.mark.parametrize("target", OUT)
@pytest.mark.parametrize("name", ["picture.png", "deep/er/data.json"])
def test_a_link_that_leads_out_is_refused(small: Path, name: str, target: str) -> None:
    """Whatever type it says it is; what it leads to is neither copied nor shown."""
    link = small / "docs" / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(target)
    refused(small, f"docs/{name}")


def test_a_page_that_is_a_link_is_not_read_out(small: Path) -> None:
    """The report has no line of what it leads to."""
    (small / "docs/people/x.md").symlink_to("../../../secret.txt")
    refused(small, "docs/people/x.md", "front-matter")


def round_about(docs: Path) -> None:
    """Make links that lead to each other: two of them make a path for every number in binary."""
    (docs / "a").symlink_to(".")
    (docs / "b").symlink_to(".")


def doubling(docs: Path) -> None:
    """Make folders that each have the next one twice, thirty deep."""
    for depth in range(30):
        folder = docs / f"d{depth}"
        folder.mkdir()
        for name in ("l", "r"):
            (folder / name).symlink_to(f"../d{depth + 1}")
    (docs / "d30").mkdir()


def to_the_root(docs: Path) -> None:
    """Make a link to everything there is."""
    (docs / "all").symlink_to("/")


@pytest.mark.parametrize("make", [round_about, doubling, to_the_root])
def test_nobody_follows_a_link_to_a_folder(small: Path, make: Callable[[Path], None]) -> None:
    """The build would never end."""
    make(small / "docs")
    done = run("build", cwd=small)
    assert done.status == 1
    assert "is a link to a folder" in done.err
    assert {code for code, _ in problems(small)} == {"bad-file"}


def test_a_link_inside_the_content_is_a_file(small: Path) -> None:
    """What stays inside leads to nothing else."""
    write(small, "docs/pictures/a.csv", "a,b\n")
    (small / "docs/b.csv").symlink_to("pictures/a.csv")
    assert run("build", cwd=small).status == 0
    assert contents(small / "site")["b.csv"] == b"a,b\n"


def pipe(path: Path) -> None:
    """Make a pipe: reading it waits for ever."""
    os.mkfifo(path)


def plug(path: Path) -> None:
    """Make a socket."""
    made = socket.socket(socket.AF_UNIX)
    folder = os.getcwd()  # noqa: PTH109 - the address of a socket must be short
    os.chdir(path.parent)
    try:
        made.bind(path.name)
    finally:
        os.chdir(folder)
        made.close()


def dangling(path: Path) -> None:
    """Make a link that leads nowhere."""
    path.symlink_to("nowhere.png")


def round_and_round(path: Path) -> None:
    """Make a link that leads to itself."""
    path.symlink_to(path.name)


@pytest.mark.parametrize("make", [pipe, plug, dangling, round_and_round])
@pytest.mark.parametrize(("name", "code"), [("x.png", "bad-file"), ("x.md", "front-matter")])
def test_what_is_no_file_is_refused(
    small: Path, make: Callable[[Path], None], name: str, code: str
) -> None:
    """Nobody waits for it."""
    make(small / "docs" / name)
    refused(small, f"docs/{name}", code)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(small: Path) -> None:
    write(small, "docs/x.png", "x").chmod(0)
    refused(small, "docs/x.png")


NAMES = [
    "con.md",
    "aux/page.md",
    "NUL.png",
    "com1.csv",
    "LPT9.x.png",
    "CONIN$.png",
    "a:b.png",
    "a?.png",
    'quo"te.png',
    "a<b>.png",
    "pi|pe.png",
    "back\\slash.png",
    "star*.png",
    "dot.",
    "blank .",
    " blank.png",
    "line\nend.png",
    "tab\t.png",
    "bell\x07.png",
    "bi\u202egnp.exe.png",
    "zero\u200bwidth.png",
    "join\u200der.png",
    "bom\ufeff.png",
    "soft\u00adhyphen.png",
    "sep\u2028.png",
    "tag\U000e0041.png",
    "e\u0301.png",
    "\u1100\u1161.png",
    "x" * 221 + ".png",
    "\u044f" * 115 + ".png",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_not_every_system_has_is_refused(name: str) -> None:
    """In memory: a page, and a file that is none."""
    [problem] = faults_of(f"pages/{name}")
    assert problem.place.path == f"docs/pages/{name}"
    assert len(problem.message) < 200
    assert problem.message.isprintable()


def faults_of(*names: str) -> list[Problem]:
    """Check a site whose files have some names."""
    pages = [SourceFile(name, lambda: b"# x\n") for name in names if name.endswith(".md")]
    others = [name for name in names if not name.endswith(".md")]
    return [p for p in check(pages, Settings(), (), others=others).problems if p.level == "error"]


CLASHES = [
    ("About.md", "about.md"),
    ("pictures/A.png", "pictures/a.png"),
    ("Pictures/a.png", "pictures/b.png"),
    ("x/Y/z.png", "x/y/w.png"),
    ("stra\u00dfe.png", "STRASSE.png"),
    ("\u00c9cole.png", "\u00e9cole.png"),
    ("\u0130x.png", "i\u0307x.png"),
    ("\u212ax.png", "kx.png"),
]


@pytest.mark.parametrize("names", CLASHES)
def test_names_that_are_one_where_capitals_do_not_count_are_refused(names: tuple[str, str]) -> None:
    """On such a system one file would take the place of the other."""
    found = [problem for problem in faults_of(*names) if problem.code == "duplicate-id"]
    assert len(found) == 1
    assert "where capitals do not count" in found[0].message


@pytest.mark.parametrize("names", [("a.md", "a/b.md"), ("x/a.png", "y/A.png"), ("\u4e00.md",)])
def test_names_that_differ_are_left_alone(names: tuple[str, ...]) -> None:
    assert faults_of(*names) == []


def test_a_name_that_is_no_utf8_is_refused(small: Path) -> None:
    """MkDocs fails at such a name, and so would an upload."""
    (small / "docs/lat\udce9.png").write_bytes(b"x")
    assert problems(small) == [("bad-id", "docs/lat\ufffd.png")]
    done = run("build", cwd=small)
    assert (done.status, "has a name that is not UTF-8" in done.err) == (1, True)


HIDDEN = [
    ("turn\u202eed", 5),
    ("isol\u2067ated", 5),
    ("zero\u200bwidth", 5),
    ("word\u2060joiner", 5),
    ("join\u200der", 5),
    ("mark\u200fed", 5),
    ("bom\ufeff", 4),
    ("line\u2028end", 5),
    ("tag\U000e0041s", 4),
    ("filler\u3164", 7),
    ("turn&#x202E;ed", 5),
    ("turn&#8238;ed", 5),
    ("turn&rlm;ed", 5),
    ("zero&ZeroWidthSpace;", 5),
    ("join&zwj;er", 5),
]


@pytest.mark.parametrize(("text", "column"), HIDDEN)
def test_what_hides_in_prose_is_reported(text: str, column: int) -> None:
    """At its place, as a warning: it runs nothing, but readers see something else."""
    [problem] = faults(f"-- page.md --\nFirst.\n\n{text} word\n", "hidden-character")
    assert (problem.level, problem.place.line, problem.place.column) == ("warning", 3, column)


@pytest.mark.parametrize("title", ["Ma\u202erc", '"Ma\\u202Erc"', '"Ma\\U000E0041rc"', '"Ma\\Lrc"'])
def test_what_hides_in_a_name_is_reported(title: str) -> None:
    """As it is, or as an escape of YAML."""
    archive = f"-- people/ada.md --\n---\ntitle: {title}\nsummary: S.\n---\n"
    [problem] = faults(archive, "hidden-character")
    assert problem.place.line == 2


@pytest.mark.parametrize(
    "text",
    [
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u0915\u094d\u200d\u0937",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        "\u2764\ufe0f\u200d\U0001f525",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "\u05e9\u05dc\u05d5\u05dd\u200f (a)",
        "\u2067\u05e9\u05dc\u05d5\u05dd\u2069 and \u061c\u0633\u0644\u0627\u0645",
        "10\u00a0000, caf\u00e9, na\u00efve, \u2014 \u2026 \u201cx\u201d",
        "soft\u00adhyphen &nbsp; &amp; &shy; &lt;",
        "C:\\u202e and \\Lemma",
    ],
)
def test_characters_that_have_their_place_are_left_alone(text: str) -> None:
    """Joiners in Persian, Hindi and emoji, marks beside right-to-left letters."""
    assert faults(f"-- page.md --\n{text}\n", "hidden-character") == []


SNIPPETS = """
site_name: S
plugins: [search, explainer]
markdown_extensions: [{}]
"""
PATHS = ["../secret.txt", "/etc/passwd", "secret.txt", "docs/../../secret.txt", "mkdocs.yml"]
FORMS = ['--8<-- "{}"', "--8<--\n{}\n--8<--", '-8<- "{}"', "-8<-\n{}\n-8<-"]


@pytest.mark.parametrize(
    ("extension", "options"),
    [
        ("attr_list", ()),
        ("pymdownx.snippets", ()),
        ("pymdownx.snippets: {restrict_base_path: false, url_download: true}", ()),
        ("pymdownx.snippets: {base_path: /}", ("--untrusted",)),
    ],
)
def test_no_snippet_brings_another_file_in(
    small: Path, extension: str, options: tuple[str, ...]
) -> None:
    """With the extension switched on, a page takes files of the content in, and no others."""
    write(small, "secret.txt", SECRET)
    write(small, "mkdocs.yml", SNIPPETS.format(extension))
    write(small, "docs/notes/own.txt", "Of the content.\n")
    write(small, "docs/own.md", '# Own\n\n--8<-- "notes/own.txt"\n')
    for number, form in enumerate(FORMS):
        texts = "\n\n".join(form.format(path) for path in PATHS)
        write(small, f"docs/page{number}.md", f"# A page\n\n{texts}\n")
    done = run("build", *options, cwd=small)
    assert done.status == 0, done.err
    built = contents(small / "site")
    for page in built.values():
        for word in (SECRET, "root:", "plugins: ["):
            assert word.encode() not in page
    assert (b"Of the content." in built["own/index.html"]) == (
        extension[:8] == "pymdownx" and not options
    )
