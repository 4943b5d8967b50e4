"""What `new` writes."""

import re
from pathlib import Path

import pytest

from tests.archive import write_site
from tests.sites import contents, run

FILLED = {
    "summary": "A sentence about it.",
    "date": "2024-08-01",
    "category": "other",
    "country": "DE",
    "publisher": "The Herald",
}
KINDS = {
    "person": "people",
    "event": "events",
    "term": "glossary",
    "organisation": "organisations",
    "place": "places",
    "source": "sources",
}


def fill_in(path: Path) -> None:
    """Write something into every field that a skeleton leaves empty."""
    text = path.read_text(encoding="utf-8")
    filled = re.sub(r"^(\w+):\s*(?:#.*)?$", lambda m: f"{m[1]}: {FILLED[m[1]]}", text, flags=re.M)
    path.write_text(filled, encoding="utf-8")


@pytest.mark.parametrize(("kind", "folder"), KINDS.items())
def test_a_skeleton_of_every_kind_passes_once_filled_in(
    small: Path, kind: str, folder: str
) -> None:
    """The file lies in the folder of its kind, and needs no more than its empty fields filled."""
    done = run("new", kind, "Something quite new", cwd=small)
    assert (done.status, done.out) == (0, f"docs/{folder}/something-quite-new.md\n")
    path = small / done.out.strip()
    fill_in(path)
    checked = run("check", str(path), cwd=small)
    assert checked.status == 0, checked.out


@pytest.mark.parametrize(
    ("title", "entry_id"),
    [
        ("Владимир Кара-Мурза", "vladimir-kara-murza"),
        ("Esenboğa Airport", "esenboga-airport"),
        ("O’Brien & Söhne: 2nd edition", "obrien-sohne-2nd-edition"),
        ("NO", "no"),
        ("2024-08", "2024-08"),
        ("'quoted' \"twice\" # and more", "quoted-twice-and-more"),
        ("- dashed: {a} [b]", "dashed-a-b"),
    ],
)
def test_any_title_makes_an_id_and_is_kept_as_it_is(small: Path, title: str, entry_id: str) -> None:
    """The id is plain Latin; the title in the file reads as it was given."""
    done = run("new", "term", "--", title, cwd=small)
    assert done.out == f"docs/glossary/{entry_id}.md\n"
    fill_in(small / done.out.strip())
    built = run("build", cwd=small)
    assert built.status == 0, built.err
    page = (small / f"site/glossary/{entry_id}/index.html").read_text(encoding="utf-8")
    escaped = title.replace("&", "&amp;").replace('"', "&#34;").replace("'", "&#39;")
    assert f"<h1>{escaped}</h1>" in page


def test_a_long_title_makes_a_short_id(small: Path) -> None:
    """An id ends at a word, before it grows too long for a file's name."""
    done = run("new", "source", "word " * 100, cwd=small)
    name = Path(done.out.strip()).stem
    assert len(name) <= 80
    assert name.endswith("word")


@pytest.mark.parametrize("kind", KINDS)
def test_an_id_is_taken_in_any_kind(small: Path, kind: str) -> None:
    """An id that an entry of whatever kind has is refused, and the file is left alone."""
    before = contents(small)
    done = run("new", kind, "Note G", cwd=small)
    assert (done.status, done.out) == (1, "")
    assert "docs/glossary/note-g.md" in done.err
    assert contents(small) == before


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("persn", "did you mean person?"),
        ("people", "did you mean person?"),
        ("Person", "did you mean person?"),
        ("glossary", "did you mean term?"),
        ("organization", "did you mean organisation?"),
        ("xyzzy", "there are: person, event, term, organisation, place, source"),
    ],
)
def test_an_unknown_kind_is_wrong_usage(small: Path, kind: str, words: str) -> None:
    """A kind that does not exist ends with 2, and the nearest one is named."""
    before = contents(small)
    done = run("new", kind, "Somebody", cwd=small)
    assert (done.status, done.out) == (2, "")
    assert words in done.err
    assert contents(small) == before


@pytest.mark.parametrize("title", ["", "   ", "!?", "—"])
def test_a_title_without_a_letter_is_refused(small: Path, title: str) -> None:
    """A title that makes no id is wrong usage."""
    done = run("new", "person", title, cwd=small)
    assert (done.status, "title" in done.err) == (2, True)


@pytest.mark.parametrize("title", ["Index", "Readme"])
def test_the_name_of_an_index_is_refused(small: Path, title: str) -> None:
    """index.md and README.md in a folder are its introduction, never an entry."""
    done = run("new", "person", title, cwd=small)
    assert done.status == 2
    assert not (small / "docs/people/index.md").exists()
    assert not (small / "docs/people/readme.md").exists()


def test_a_title_over_two_lines_becomes_one(small: Path) -> None:
    """White space in a title is that of a line."""
    done = run("new", "person", "Two\n  lines", cwd=small)
    text = (small / done.out.strip()).read_text()
    assert text.startswith("---\ntitle: Two lines\n")


def test_the_folder_of_a_kind_is_made(small: Path, tmp_path: Path) -> None:
    """The first entry of a kind makes its folder; from elsewhere the whole path is printed."""
    done = run("new", "-f", "small/mkdocs.yml", "place", "London", cwd=tmp_path)
    assert done.out == "small/docs/places/london.md\n"
    (tmp_path / "elsewhere").mkdir()
    done = run("new", "-f", "../small/mkdocs.yml", "place", "Paris", cwd=tmp_path / "elsewhere")
    assert Path(done.out.strip()) == small / "docs/places/paris.md"


OWN = """
    -- mkdocs.yml --
    site_name: Bridges
    plugins:
      - search
      - explainer:
          subjects: []
          event_categories: [opening, "off: closed"]
          kinds:
            bridge:
              folder: bridges
              fields:
                material:
                  {type: one of, values: [stone, no], claim: true, required: true,
                   description: what it is made of}
                spans: {type: several of, values: [river, road], required: true}
                state: {type: one of, values: [open, closed]}
    -- docs/index.md --
    Bridges.
"""


def test_a_skeleton_lists_the_words_that_a_field_takes(small: Path, tmp_path: Path) -> None:
    """Behind what the field means: those of the settings, and those of the site's own fields."""
    done = run("new", "event", "First count", cwd=small)
    words = "arrest, trial, talks, release, exchange, statement, law, other"
    line = f"category:  # what sort of event it is: {words}\n"
    assert line in (small / done.out.strip()).read_text()
    own = write_site(OWN, tmp_path / "own").parent
    done = run("new", "event", "First crossing", cwd=own)
    assert ": opening, 'off: closed'\n" in (own / done.out.strip()).read_text()
    done = run("new", "bridge", "Old Bridge", cwd=own)
    assert (own / done.out.strip()).read_text() == (
        "---\ntitle: Old Bridge\n"
        "material:  # what it is made of: stone, 'no'\n"
        "spans:  # some of river, road\n"
        "---\n\n"
    )
