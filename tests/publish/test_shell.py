"""Which document stands around the pages of a site, and what comes with it."""

import html
import re
from pathlib import Path

import pytest

from explainer.publish.policy import policy
from tests.sites import contents, mkdocs, pages_in, run, write

BASE = "site_name: Small\nplugins: [search, explainer]\n"
TABLE = "| a | b |\n|---|--:|\n| 1 | 2 |\n"


def built(site: Path, settings: str = "") -> dict[str, str]:
    """Build a site with further settings, and return its pages."""
    write(site, "mkdocs.yml", BASE + settings)
    done = run("build", cwd=site)
    assert done.status == 0, done.err
    return pages_in(site / "site")


def is_ours(page: str) -> bool:
    """Say whether a page stands in the document of the generator."""
    assert ('class="md-header x-header"' in page) == ("Content-Security-Policy" in page)
    return "Content-Security-Policy" in page


def test_no_page_has_a_script_of_its_own(small: Path) -> None:
    """Every script is a file, and the policy comes before whatever it is about."""
    for name, page in built(small).items():
        assert name == "print/index.html" or is_ours(page), name
        assert re.findall(r"<script(?![^>]*(?: src=|json))", page) == []
        assert page.index("Content-Security-Policy") < page.index("stylesheet")
        assert page.encode().index(b"<meta charset") < 1000


def test_only_what_is_loaded_is_published(small: Path) -> None:
    """Neither Material's script nor its style sheets, of which ours has what is needed."""
    built(small)
    names = [name for name in contents(small / "site") if name.startswith("assets/")]
    assert [
        name for name in names if re.search(r"bundle|lunr|workers|main\.|palette\.", name)
    ] == []
    assert "assets/javascripts/shell.js" in names
    sheet = (small / "site/assets/stylesheets/explainer.css").read_text("utf-8")
    assert ".md-typeset" in sheet
    assert ".x-panel" in sheet
    assert len(sheet) < 80_000


@pytest.mark.parametrize(
    ("settings", "word"),
    [
        ("", None),
        ("markdown_extensions: [admonition]\n", "--md-admonition-icon--warning:"),
        ("markdown_extensions: [footnotes]\n", "--md-footnotes-icon:"),
        ("markdown_extensions: [codehilite]\n", ".linenodiv"),
        ("markdown_extensions: [md_in_html]\n", ".grid.cards"),
    ],
)
def test_the_style_sheet_has_what_the_extensions_need(
    small: Path, settings: str, word: str | None
) -> None:
    """Rules for what Markdown can make on this site are kept, others are left out."""
    built(small, settings)
    sheet = (small / "site/assets/stylesheets/explainer.css").read_text("utf-8")
    words = ("--md-admonition-icon--warning:", "--md-footnotes-icon:", ".linenodiv", ".grid.cards")
    assert [one for one in words if one in sheet] == ([word] if word else [])


@pytest.mark.parametrize(
    "settings",
    [
        "theme: {name: material, features: [navigation.top]}\n",
        "theme: {name: material, font: {text: Lora, code: Roboto Mono}}\n",
        "extra: {analytics: {provider: google, property: G-1}}\n",
        "extra_css: [https://example.org/a.css]\n",
        "markdown_extensions: [{pymdownx.tabbed: {alternate_style: true}}]\n",
    ],
)
def test_a_site_that_asks_for_more_gets_the_document_of_material(
    small: Path, settings: str
) -> None:
    """With Material's script, and without a policy, which would stop it."""
    page = built(small, settings)["index.html"]
    assert not is_ours(page)
    assert "/bundle." in page
    assert not (small / "site/assets/javascripts/shell.js").exists()


def test_a_site_may_lay_out_parts_of_the_document(small: Path) -> None:
    """A footer of its own stands in our document; a header of its own in Material's."""
    write(small, "templates/theme/partials/footer.html", "<footer>Own</footer>")
    page = built(small)["index.html"]
    assert is_ours(page)
    assert "<footer>Own</footer>" in page
    write(small, "templates/theme/partials/header.html", "<header>Own</header>")
    assert not is_ours(built(small)["index.html"])


def test_files_of_the_site_itself_are_loaded(small: Path) -> None:
    """Style sheets and scripts that mkdocs.yml names."""
    write(small, "docs/own.css", "p {}")
    write(small, "docs/own.js", "")
    page = built(small, "extra_css: [own.css]\nextra_javascript: [own.js]\n")["index.html"]
    assert is_ours(page)
    assert 'href="own.css"' in page
    assert 'src="own.js"' in page


def test_colours_of_the_site_are_there_to_choose(small: Path) -> None:
    """One palette is what the page has; several are a choice."""
    one = built(small, "theme: {name: material, palette: {primary: light blue}}\n")["index.html"]
    assert 'data-md-color-primary="light-blue"' in one
    assert 'class="md-header__button md-icon x-colours"' not in one
    sheet = (small / "site/assets/stylesheets/explainer.css").read_text("utf-8")
    assert "data-md-color-primary=light-blue" in sheet
    assert "data-md-color-primary=teal" not in sheet
    assert html.unescape(built(small)["index.html"]).count('"media":"(prefers-color-scheme') == 3


def test_cells_of_tables_may_be_aligned(small: Path) -> None:
    """The one style that Markdown writes is in the policy, by its hash."""
    write(small, "docs/about.md", f"# About\n\n{TABLE}")
    write(small, "docs/people/bob.md", f"---\ntitle: Bob\nsummary: B.\n---\n{TABLE}")
    write(small, "docs/people/cy.md", "---\ntitle: Cy\nsummary: C.\n---\nNone.\n")
    pages = built(small)
    for name, page in pages.items():
        assert policy() in page
        assert ("'unsafe-hashes' 'sha256-" in page) == ('style="text-align' in page), name
    assert 'style="text-align: right;"' in pages["people/bob/index.html"]


def test_mkdocs_builds_the_same_document(small: Path) -> None:
    """`mkdocs build` writes byte for byte what `build` writes."""
    built(small)
    ours = contents(small / "site")
    assert mkdocs("build", "-d", "other", cwd=small).status == 0
    other = contents(small / "other")
    different = [name for name in ours if ours[name] != other.get(name)]
    assert [name for name in different if not name.endswith(".gz")] == []
    assert sorted(ours) == sorted(other)


def test_the_server_of_mkdocs_may_write_its_script() -> None:
    """It writes another into every page each time, which no hash could name."""
    assert "script-src 'self' 'unsafe-inline'" in policy(inline_scripts=True)
    assert "script-src 'self';" in policy()
