"""What a site gets of Material, and what stays as the site has it."""

import html
from pathlib import Path

import pytest

from tests.sites import run, write

BASE = "site_name: Small\nplugins: [search, explainer]\n"


def front(site: Path, theme: str) -> str:
    """Build a site with these lines about its theme, and return the front page."""
    write(site, "mkdocs.yml", BASE + theme)
    done = run("build", cwd=site)
    assert done.status == 0, done.err
    return (site / "site/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("theme", ["", "theme: material\n", "theme: {name: material}\n"])
def test_a_site_that_asks_for_nothing_gets_ours(small: Path, theme: str) -> None:
    """System fonts, our colours for light and dark, and our style sheet."""
    page = front(small, theme)
    assert "fonts.googleapis.com" not in page
    assert '"media":"(prefers-color-scheme: dark)"' in html.unescape(page)
    assert "assets/stylesheets/explainer.css" in page
    assert (small / "site/assets/stylesheets/explainer.css").is_file()


def test_colours_and_features_of_the_site_stay(small: Path) -> None:
    """What mkdocs.yml sets about the theme is not replaced."""
    page = front(
        small,
        "theme:\n  name: material\n  palette: {primary: teal}\n  features: [navigation.top]\n"
        "  language: ru\n",
    )
    assert 'data-md-color-primary="teal"' in page
    assert '"features":["navigation.top"]' in page.replace(" ", "")
    assert '<html lang="ru"' in page


def test_fonts_that_the_site_chose_stay(small: Path) -> None:
    """Somebody who names a font gets it."""
    page = front(small, "theme:\n  name: material\n  font: {text: Lora, code: Roboto Mono}\n")
    assert "family=Lora" in page


def test_overrides_of_the_site_come_before_ours(small: Path) -> None:
    """`custom_dir` first, then templates/theme/ of the site, then the generator's."""
    write(small, "overrides/partials/footer.html", "<p>from custom_dir</p>")
    write(small, "templates/theme/partials/footer.html", "<p>from templates</p>")
    write(small, "templates/theme/partials/copyright.html", "<p>c</p>")
    custom = "theme:\n  name: material\n  custom_dir: overrides\n"
    assert "<p>from custom_dir</p>" in front(small, custom)
    assert "<p>from templates</p>" in front(small, "")
    assert "assets/stylesheets/explainer.css" in front(small, custom)


def test_another_theme_is_left_alone(small: Path) -> None:
    """With a theme that is not Material only the pages are ours, not the frame around them."""
    page = front(small, "theme: readthedocs\n")
    assert "assets/stylesheets/explainer.css" not in page
    assert 'class="x-front"' in page
