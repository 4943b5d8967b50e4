"""What `init` writes: a small site that works as it is."""

import re
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.entries.formats import FORMAT
from explainer.entries.kinds import KINDS
from explainer.publish.starting import NewSite, files_of, start_site
from tests.sites import REPOSITORY, contents, run, run_program, write

PROGRAM = "explainer-site @ git+https://git.example.org/explainer@0123456"
SETTINGS = "mkdocs.yml"


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a new site, built by `build` into site/."""
    folder = tmp_path_factory.mktemp("started") / "my-site"
    assert run("init", "my-site", "--program", PROGRAM, cwd=folder.parent).status == 0
    built = run("build", "--strict", cwd=folder)
    assert built.status == 0, built.err
    return folder


def setting(text: str, name: str) -> str:
    """Return a setting at the top of `mkdocs.yml`."""
    settings = yaml.compose(text, Loader=yaml.BaseLoader)
    assert isinstance(settings, yaml.MappingNode)
    return next(str(value.value) for key, value in settings.value if key.value == name)


def test_the_check_finds_nothing(started: Path) -> None:
    """Neither an error nor a warning, nor anything that could be better."""
    done = run("check", "--strict", "--verbose", cwd=started)
    assert (done.status, done.out) == (0, "Checked 6 entries: no problems.\n")


def test_mkdocs_alone_builds_the_same(started: Path, tmp_path: Path) -> None:
    """The plugin is all that the site needs, in a process that a user starts."""
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict")
    done = run_program(*command, "-d", tmp_path / "site", cwd=started)
    assert done.status == 0, done.err
    assert contents(tmp_path / "site") == contents(started / "site")


def test_every_kind_has_an_example_that_is_linked_with_the_others(started: Path) -> None:
    """Each says that it is invented, and leads to and from at least two others."""
    assert "invented" in (started / "docs/index.md").read_text()
    pages = {}
    for kind in KINDS:
        (entry,) = (started / "docs" / kind.folder).iterdir()
        assert re.search("invented|[Aa]n example", entry.read_text()), kind.name
        path = f"{kind.folder}/{entry.stem}"
        pages[path] = (started / "site" / path / "index.html").read_text()
    linked = {
        (path, other)
        for path, page in pages.items()
        for other in re.findall(r'href="\.\./\.\./(\w+/[\w-]+)/["#]', page)
        if other in pages
    }
    for path in pages:
        assert len({other for one, other in linked if one == path}) >= 2
        assert len({one for one, other in linked if other == path}) >= 2


def test_it_belongs_to_no_subject_and_names_its_format(started: Path) -> None:
    """A new site may be about anything."""
    text = (started / SETTINGS).read_text()
    assert "subjects: []\n" in text
    assert f"format: {FORMAT}\n" in text
    everything = b"".join(contents(started / "docs").values()) + text.encode()
    assert not re.search(rb"custod|detention|prisoner|transfer", everything, re.IGNORECASE)


def test_a_skeleton_fits_into_it(started: Path, tmp_path: Path) -> None:
    """The categories of events are those of the settings; the readme's command works."""
    assert run("init", "site", cwd=tmp_path).status == 0
    done = run("new", "person", "Jane Doe", cwd=tmp_path / "site")
    assert (done.status, done.out) == (0, "docs/people/jane-doe.md\n")


def test_three_lines_say_what_to_do_next(tmp_path: Path) -> None:
    """What was written, how to see it from here, and where to read on."""
    done = run("init", "new/my site", "--program", PROGRAM, cwd=tmp_path)
    assert done.out.splitlines() == [
        "Wrote a site of 14 files to new/my site.",
        'See it:  python build.py serve --open -f "new/my site/mkdocs.yml"',
        "Then:    its README.md says where to change what.",
    ]
    assert setting((tmp_path / "new/my site" / SETTINGS).read_text(), "site_name") == "My site"


def test_the_readme_is_true(started: Path) -> None:
    """Its two commands come first; what it names is there; what it deletes is the examples."""
    readme = (started / "README.md").read_text()
    assert "```sh\npip install -r requirements.txt\nexplainer serve --open\n```" in readme
    deleted = re.search(r"^rm (.*)$", readme, re.MULTILINE)
    assert deleted is not None
    examples = {path for path in contents(started) if re.match(r"docs/\w+/", path)}
    assert set(deleted[1].split()) == examples
    for path in re.findall(r"`([\w/.]+(?:\.\w+|/))`", readme):
        is_template = (REPOSITORY / "templates" / path).is_file()
        assert (started / path).exists() or is_template or path in ("templates/", "site/"), path
    assert PROGRAM in (started / "requirements.txt").read_text().splitlines()
    assert not re.search(r"\n\n\n|<%|<<", readme)


def test_without_examples(tmp_path: Path) -> None:
    """`--bare` leaves settings, a front page, a readme and the workflows, and they work."""
    assert run("init", "bare", "--bare", cwd=tmp_path).status == 0
    folder = tmp_path / "bare"
    assert [path for path in contents(folder) if path.startswith("docs/")] == ["docs/index.md"]
    assert "example of each" not in (folder / "README.md").read_text()
    built = run("build", "--strict", cwd=folder)
    assert built.status == 0, built.err


def test_what_is_not_known_of_the_program_is_left_to_a_person() -> None:
    """No name is put where pip would install whatever somebody has published under it."""
    required = files_of(NewSite(title="A"))["requirements.txt"].splitlines()
    assert all(line.startswith("#") for line in required)
    assert "write it there first" in files_of(NewSite(title="A"))["README.md"]


@pytest.mark.parametrize("options", [["--subject", "custody"], ["--language", "ru"]])
def test_a_site_of_a_subject_or_in_another_language(tmp_path: Path, options: list[str]) -> None:
    """The examples are without problem there, too."""
    assert run("init", "site", *options, cwd=tmp_path).status == 0
    text = (tmp_path / "site" / SETTINGS).read_text()
    assert f"{options[1]}]" in text or f"language: {options[1]}\n" in text
    done = run("check", "--strict", cwd=tmp_path / "site")
    assert done.status == 0, done.out


@settings(max_examples=25)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1))
def test_any_title_is_kept(title: str) -> None:
    """In the settings it is the text that was given, whatever YAML makes of such signs."""
    assert setting(files_of(NewSite(title=title))[SETTINGS], "site_name") == title


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--title", " "], "title"),
        (["--title", "a\x00b"], "title"),
        (["--subject", "custdy"], "did you mean custody?"),
        (["--language", "english"], "there is no language 'english'"),
        (["--program", "a\nb"], "program"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, options: list[str], said: str) -> None:
    """Wrong options end with 2, and nothing is written."""
    done = run("init", "site", *options, cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_anything_in_it_is_refused(tmp_path: Path) -> None:
    """What is there is listed and left alone."""
    for number in range(10):
        write(tmp_path, f"site/{number}.txt", "mine")
    before = contents(tmp_path)
    done = run("init", "site", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert "it has 0.txt, 1.txt, 2.txt, 3.txt, 4.txt, 5.txt, 6.txt, 7.txt and 2 more" in done.err
    assert run("init", "site/0.txt", cwd=tmp_path).status == 2
    assert contents(tmp_path) == before


def test_an_empty_folder_or_clone_is_filled(tmp_path: Path) -> None:
    """Also the one that the user stands in: it stays the same folder."""
    write(tmp_path, ".git/HEAD", "ref: refs/heads/main\n")
    same = tmp_path.stat().st_ino
    done = run("init", ".", cwd=tmp_path)
    assert done.status == 0, done.err
    assert done.out.splitlines()[1] == "See it:  python build.py serve --open"
    assert tmp_path.stat().st_ino == same
    names = {".git", ".github", ".gitignore", "README.md", "docs", SETTINGS, "requirements.txt"}
    assert {path.name for path in tmp_path.iterdir()} == names


@pytest.mark.parametrize("there", [True, False])
def test_a_site_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    """When the disk fails at the last step, the folder is as it was."""
    if there:
        (tmp_path / "site").mkdir()
    before = sorted(tmp_path.rglob("*"))
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if Path(target).name in (SETTINGS, "site"):
            raise OSError(28, "no room is left", str(target))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    done = run("init", "site", cwd=tmp_path)
    assert (done.status, done.out) == (1, "")
    assert "Nothing was written: no room is left" in done.err
    assert sorted(tmp_path.rglob("*")) == before


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    """A file in the way ends with 1 and one line."""
    write(tmp_path, "file", "mine")
    done = run("init", "file/site", cwd=tmp_path)
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("Nothing was written: ")


def test_it_names_no_place_of_this_machine(tmp_path: Path) -> None:
    """The files are the same wherever they are written."""
    site = NewSite(title="A site")
    start_site(tmp_path / "a", site)
    start_site(tmp_path / "b", site)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    assert str(REPOSITORY).encode() not in b"".join(contents(tmp_path / "a").values())
