"""The generator knows nothing of prisoners: another subject, and a package without custody."""

import json
import re
import shutil
import sys
from pathlib import Path

import pytest

from explainer.subjects import available
from tests.archive import write_site
from tests.sites import REPOSITORY, SMALL, contents, pages_in, run, run_program, write
from tests.subjects.election import ELECTION

CUSTODY = re.compile(r"custod|detention|detain|prisoner|transfer", re.IGNORECASE)
DECISIONS = re.compile(
    r"\bvot(?:e|es|ed|ing)\b|\bballot|\babst(?:ain|ention)|\bquorum|\bruling|\bverdict|\bcourt",
    re.IGNORECASE,
)
# Names of Material and of the web platform, which are in the files that the theme brings.
THEME = ("assets/javascripts/", "assets/stylesheets/main", "assets/stylesheets/palette")


@pytest.fixture(scope="module")
def election(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the second site, built with -f from another folder."""
    site = write_site(ELECTION, tmp_path_factory.mktemp("election")).parent
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    done = run("build", "-f", str(site / "mkdocs.yml"), cwd=elsewhere)
    assert done.status == 0, done.err
    assert list(elsewhere.iterdir()) == []
    return site


def test_a_site_is_no_more_than_settings_and_content(election: Path) -> None:
    """A mkdocs.yml and a docs/ are all that a site of one's own needs."""
    assert sorted(path.name for path in election.iterdir()) == [
        ".cache",
        "docs",
        "mkdocs.yml",
        "site",
    ]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("people/lena-brandt/", "about <time"),
        ("people/lena-brandt/", "Лена Брандт"),
        ("people/jonas-weber/", "Sources disagree:"),
        ("events/court-ruling/", 'datetime="2024-03-20"'),
        ("events/first-count/", "elected"),
        ("glossary/recount/", "Counting votes again"),
        ("organisations/electoral-office/", "public authority"),
        ("places/ostmark/", "52.1° N, 11.6° E"),
        ("sources/ruling-2024/", "District Court of Ostmark"),
        ("how-we-count/", "Electoral Office</a>"),
        ("people/", "Jonas Weber"),
        ("events/", "Court orders a recount"),
        ("glossary/", "Recount"),
        ("organisations/", "Electoral Office"),
        ("places/", "Ostmark"),
        ("sources/", "Ostmark Gazette"),
        ("timeline/", "First count"),
        ("", "The recount in two minutes"),
    ],
)
def test_the_second_site_has_its_pages(election: Path, page: str, words: str) -> None:
    """Every kind has its pages, its index, and the events their timeline."""
    assert words in (election / "site" / page / "index.html").read_text(encoding="utf-8")


def test_nothing_of_custody_is_in_the_second_site(election: Path) -> None:
    """No page, word or class of the first site's subject is in the output of another."""
    site = contents(election / "site")
    assert not [path for path in site if path.startswith(("held/", "exchanges/"))]
    texts = {
        path: data.decode()
        for path, data in site.items()
        if path.endswith((".html", ".css", ".json", ".xml", ".txt")) and not path.startswith(THEME)
    }
    found = {path: match[0] for path, text in texts.items() if (match := CUSTODY.search(text))}
    assert found == {}


def test_links_of_the_second_site_lead_somewhere(election: Path) -> None:
    """Every link inside the site leads to a file that is there."""
    site = election / "site"
    broken = []
    for page, text in pages_in(site).items():
        for address in re.findall(r'(?:href|src)="([^"#?]+)["#?]', text):
            if re.match(r"[a-z]+:|//", address):
                continue
            base = site if address.startswith("/recount/") else (site / page).parent
            target = base / address.removeprefix("/recount/")
            if not (target / "index.html" if target.is_dir() else target).is_file():
                broken.append(f"{page}: {address}")
    assert broken == []


def test_the_second_site_is_free_of_errors(election: Path) -> None:
    """The check finds no error in it, and says nothing of custody."""
    done = run("check", "--format", "json", cwd=election)
    assert json.loads(done.out)["summary"]["errors"] == 0
    assert done.status == 0
    assert not CUSTODY.search(done.out)


@pytest.mark.parametrize(
    ("path", "line", "hint"),
    [
        ("docs/people/lena-brandt.md", "detentions: []", ""),
        ("docs/events/first-count.md", "transfers: []", ""),
        ("docs/events/first-count.md", "total: 3", ""),
    ],
)
def test_fields_of_custody_are_unknown_there(
    tmp_path: Path, path: str, line: str, hint: str
) -> None:
    """A site without the subject does not know its fields, and never suggests them."""
    site = write_site(ELECTION, tmp_path).parent
    name = line.partition(":")[0]
    entry = site / path
    entry.write_text(entry.read_text().replace("\ntitle:", f"\n{line}\ntitle:", 1))
    done = run("check", "--format", "json", cwd=site)
    [problem] = [p for p in json.loads(done.out)["problems"] if p["level"] == "error"]
    assert (problem["code"], problem["path"], problem["line"]) == ("unknown-field", path, 2)
    assert name in problem["message"]
    assert not CUSTODY.search(problem["hint"] + problem["message"].replace(name, ""))


def test_an_unknown_field_never_suggests_one_of_custody(tmp_path: Path) -> None:
    """What a site does not have is not offered as the field that was meant."""
    site = write_site(ELECTION, tmp_path).parent
    write(site, "docs/people/x.md", "---\ntitle: X\nsummary: X.\ndetention: 1\n---\n")
    done = run("check", cwd=site)
    assert done.status == 1
    assert not CUSTODY.search(done.out.replace("'detention'", "").replace("detention: 1", ""))


@pytest.fixture(scope="module")
def bare_package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the generator without subjects/custody."""
    folder = tmp_path_factory.mktemp("package")
    ignore = shutil.ignore_patterns("__pycache__", "custody")
    shutil.copytree(REPOSITORY / "explainer", folder / "explainer", ignore=ignore)
    shutil.copytree(REPOSITORY / "templates", folder / "templates")
    shutil.copy(REPOSITORY / "build.py", folder)
    assert not (folder / "explainer/subjects/custody").exists()
    return folder


def test_without_the_subject_the_generator_works(
    bare_package: Path, election: Path, tmp_path: Path
) -> None:
    """Removing the folder changes nothing for a site that does not use it."""
    build: list[str | Path] = [sys.executable, bare_package / "build.py", "build"]
    done = run_program(*build, "-d", tmp_path / "bare", cwd=election, PYTHONPATH=str(bare_package))
    assert done.status == 0, done.err
    bare, whole = contents(tmp_path / "bare"), contents(election / "site")
    assert [path for path in whole if whole[path] != bare.get(path)] == []
    assert len(bare) == len(whole)


def test_without_the_subject_a_site_gets_the_core(bare_package: Path, tmp_path: Path) -> None:
    """A site that names no subjects has none when none is installed; one it names is missed."""
    site = write_site(SMALL, tmp_path).parent
    command: list[str | Path] = [sys.executable, bare_package / "build.py"]
    done = run_program(*command, cwd=site, PYTHONPATH=str(bare_package))
    assert done.status == 0, done.err
    assert not (site / "site/held").exists()
    settings = site / "mkdocs.yml"
    settings.write_text("site_name: S\nplugins: [search, explainer: {subjects: [custody]}]\n")
    done = run_program(*command, cwd=site, PYTHONPATH=str(bare_package))
    assert done.status == 2
    assert (
        done.err
        == "Configuration: explainer: there is no subject 'custody'; there are: decisions\n"
    )


@pytest.mark.parametrize(("subject", "words"), [("custody", CUSTODY), ("decisions", DECISIONS)])
def test_no_word_of_a_subject_is_in_the_core(subject: str, words: re.Pattern[str]) -> None:
    """Neither code nor templates outside the subject's folder know what it is about."""
    subjects = [REPOSITORY / "explainer/subjects" / name for name in available()]
    own = REPOSITORY / "explainer/subjects" / subject
    assert own in subjects
    roots = [REPOSITORY / "explainer", REPOSITORY / "templates", REPOSITORY / "build.py"]
    files = [path for root in roots for path in (root.rglob("*") if root.is_dir() else [root])]
    found = [
        f"{path.relative_to(REPOSITORY)}:{number}: {line.strip()}"
        for path in files
        if path.is_file() and "__pycache__" not in path.parts
        if not any(path.is_relative_to(folder) for folder in subjects)
        for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").splitlines(), 1)
        if words.search(line.replace("Content-Transfer-Encoding", ""))
    ]
    assert found == []


def test_subjects_are_found_by_their_folders() -> None:
    """Each folder of subjects/ is one, and says by itself whether sites have it by default."""
    folders = REPOSITORY / "explainer/subjects"
    names = {path.parent.name for path in folders.glob("*/__init__.py")}
    assert set(available()) == names
    assert [name for name, subject in available().items() if subject.default] == ["custody"]
