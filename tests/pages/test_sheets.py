"""The style sheets of a page's parts: loaded where they are needed, and only there."""

import re
from pathlib import Path

import pytest

from tests.archive import write_site
from tests.sites import REPOSITORY, pages_in, run, write

SITE = """
    -- mkdocs.yml --
    site_name: A club
    plugins: [search, explainer]
    -- docs/index.md --
    ---
    timeline: [first, second]
    ---
    Of the [[ada]] and her club.
    -- docs/people/ada.md --
    ---
    title: Ada
    summary: A mathematician.
    born: 1815-12-10
    died: 1852
    affiliations: [{who: club, from: 1843}]
    ---
    She wrote.
    -- docs/organisations/club.md --
    ---
    title: Club
    ---
    -- docs/events/first.md --
    ---
    title: First meeting
    summary: The first.
    date: 1843-01-02
    category: talks
    participants: [{who: ada}, {who: club}]
    ---
    -- docs/events/second.md --
    ---
    title: Second meeting
    summary: The second.
    date: 1844-01-02
    category: talks
    participants: [{who: ada}]
    ---
"""
OVERRIDE = """
    -- templates/theme/main.html --
    {% extends "material.html" %}
    {% block extrahead %}<link rel="stylesheet" href="own.css">{% endblock %}
"""
_SHEET = re.compile(r'<link rel="stylesheet" href="[^"]*?(\w+\.css)">')
_TIMELINE, _NETWORK = "timeline.css", "network.css"


def built(folder: Path, settings: str = "", files: str = "") -> dict[str, str]:
    """Build the site with further settings and files, and return its pages."""
    site = write_site(SITE + files, folder).parent
    written = site / "mkdocs.yml"
    written.write_text(written.read_text() + settings)
    done = run("build", "-j", "1", cwd=site)
    assert done.status == 0, done.err
    return pages_in(site / "site")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the pages of the site, built once."""
    return built(tmp_path_factory.mktemp("sheets"))


def sheets(text: str) -> tuple[list[str], list[str]]:
    """Return the style sheets in the head of a page, and those in its body."""
    head, _, body = text.partition("</head>")
    return _SHEET.findall(head), _SHEET.findall(body)


@pytest.mark.parametrize(
    ("path", "loaded"),
    [
        ("people/ada/index.html", [_TIMELINE, _NETWORK]),
        ("organisations/club/index.html", [_NETWORK]),
        ("index.html", [_TIMELINE]),
        ("timeline/index.html", [_TIMELINE]),
        ("network/index.html", [_NETWORK]),
        ("people/index.html", []),
    ],
)
def test_a_page_loads_them_in_its_body(pages: dict[str, str], path: str, loaded: list[str]) -> None:
    """What stands above a drawing is painted without waiting for the style of the drawing."""
    head, body = sheets(pages[path])
    assert (head, sorted(body)) == (["explainer.css"], sorted(loaded))


@pytest.mark.parametrize(("sheet", "section"), [(_TIMELINE, "timeline"), (_NETWORK, "around")])
def test_a_sheet_stands_right_before_its_section(
    pages: dict[str, str], sheet: str, section: str
) -> None:
    """Below the text, and above the first element that it styles."""
    text = pages["people/ada/index.html"]
    text, _, _ = text.partition("x-small-timeline" if section == "timeline" else "x-around")
    assert text.index("She wrote.") < text.index(sheet)
    assert not re.search("<(?:p|svg|h2)", text[text.index(sheet) :])


@pytest.mark.parametrize(
    "settings", ["extra_css: [own.css]\n", "theme: readthedocs\n"], ids=["own style", "other theme"]
)
def test_a_site_of_other_styles_has_none_in_its_body(tmp_path: Path, settings: str) -> None:
    """The style sheets of a site come after ours; another theme has none of them."""
    pages = built(tmp_path, settings)
    assert all(not sheets(text)[1] for text in pages.values())
    if "extra_css" in settings:
        found, _ = sheets(pages["people/ada/index.html"])
        assert found == ["explainer.css", _TIMELINE, _NETWORK, "own.css"]


def test_a_style_sheet_in_an_override_of_the_theme_comes_last(tmp_path: Path) -> None:
    """As one in the settings does."""
    pages = built(tmp_path, files=OVERRIDE)
    head, body = sheets(pages["people/ada/index.html"])
    assert body == []
    assert head[-1] == "own.css"


def test_prose_cannot_take_a_sheet_from_its_page(tmp_path: Path) -> None:
    """A link that looks like one is a link."""
    site = write_site(SITE, tmp_path).parent
    write(site, "mkdocs.yml", (site / "mkdocs.yml").read_text() + "extra_css: [own.css]\n")
    ada = (site / "docs/people/ada.md").read_text()
    write(site, "docs/people/ada.md", f"{ada}[Ours](assets/stylesheets/timeline.css)\n")
    write(site, "docs/people/assets/stylesheets/timeline.css", "p {}")
    done = run("build", "-j", "1", cwd=site)
    assert done.status == 0, done.err
    text = pages_in(site / "site")["people/ada/index.html"]
    assert re.search(r'<a href="[^"]*assets/stylesheets/timeline.css">', text)
    assert _TIMELINE in sheets(text)[0]


def test_a_site_may_keep_pieces_of_before(tmp_path: Path) -> None:
    """Its own copy of the templates' pieces knows nothing of style sheets."""
    pieces = (REPOSITORY / "templates/pieces.html").read_text("utf-8")
    assert "stylesheet" not in pieces
    site = write_site(SITE, tmp_path).parent
    write(site, "templates/pieces.html", pieces)
    assert run("build", "-j", "1", cwd=site).status == 0


def test_staged_pages_load_none(tmp_path: Path) -> None:
    """Its front matter names them all, for the head of the page."""
    site = write_site(SITE, tmp_path).parent
    assert run("stage", "-d", "staged", cwd=site).status == 0
    text = (site / "staged/docs/people/ada/index.md").read_text("utf-8")
    _, meta, content = text.split("---\n", 2)
    assert "- stylesheets/timeline.css" in meta
    assert "x-around" in content
    assert "stylesheet" not in content
