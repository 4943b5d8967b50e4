"""A preview in a browser: its marks are seen, read out, walked through and switched off."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PageOn
from tests.proposals import preview_of, proposed

ADA = "people/ada-lovelace/"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the pages of a preview of a proposal."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
        for role in ("AUTHOR", "COMMITTER"):
            patched.setenv(f"GIT_{role}_NAME", "A Tester")
            patched.setenv(f"GIT_{role}_EMAIL", "tester@example.org")
        return preview_of(proposed(tmp_path_factory.mktemp("preview") / "site"))


def seen(page: Page) -> str:
    """Return the words of the marked content that are on the screen."""
    return " ".join(page.locator(".x-marked").inner_text().split())


def test_the_marks_are_switched_off_without_scripts(folder: Path, page_on: PageOn) -> None:
    """By a check box, with the keyboard; what is left is the page as it would be."""
    page = page_on(folder, ADA, scripts=False)
    expect(page.locator("del", has_text="wrote").first).to_be_visible()
    box = page.get_by_label("Show the marks")
    expect(box).to_be_checked()
    box.focus()
    page.keyboard.press("Space")
    for mark in (".x-marked del", ".x-removed", ".x-step", ".x-changes-end"):
        assert not any(found.is_visible() for found in page.locator(mark).all()), mark
    words = seen(page)
    assert "She published Note G in London." in words
    assert "wrote Note G" not in words
    expect(page.locator(".x-marked ins").first).to_have_css("text-decoration-line", "none")


def test_the_changes_are_walked_through_without_scripts(folder: Path, page_on: PageOn) -> None:
    """From the top to each in turn, to the end, and to the top again; a folded one opens."""
    page = page_on(folder, ADA, scripts=False)
    page.get_by_role("link", name=re.compile(r"\d+ changes since main")).click()
    count = page.locator(".x-step").count()
    assert count > 1
    for number in range(1, count + 1):
        assert page.url.endswith(f"#__change-{number}")
        step = page.locator(":target")
        expect(step).to_be_in_viewport()
        step.click()
    expect(page.locator(":target")).to_contain_text("No more changes on this page.")
    page.get_by_role("link", name="Back to the top").click()
    assert page.url.endswith("#__changes")


def test_the_marks_are_read_out(folder: Path, page_on: PageOn) -> None:
    """Added and removed are said in words that nobody sees, beside what the elements mean."""
    page = page_on(folder, ADA)
    for role, words in (("insertion", "added: published"), ("deletion", "removed: wrote")):
        found = page.get_by_role(role, name=None).filter(has_text=words.split()[1])  # type: ignore[arg-type]
        expect(found.first).to_have_text(words)
    hidden = page.locator(".x-said").first.bounding_box()
    assert hidden is not None
    assert max(hidden["width"], hidden["height"]) <= 1


def test_the_list_is_the_first_link_but_for_the_skip_link(folder: Path, page_on: PageOn) -> None:
    """With the keyboard, from every page; from there to the first page that differs."""
    page = page_on(folder, "glossary/")
    names = []
    for _ in range(2):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.innerText"))
    assert [name.strip()[:12] for name in names] == ["Skip to cont", "What differs"]
    page.get_by_role("link", name="What differs").click()
    page.get_by_role("link", name="Mary Somerville").first.click()
    expect(page.locator(".x-changes")).to_contain_text("This page is new")


@pytest.mark.parametrize(("path", "scheme"), [(ADA, "light"), (ADA, "dark"), ("preview/", "light")])
def test_a_preview_is_accessible(
    folder: Path,
    page_on: PageOn,
    axe: Callable[[Page], list[str]],
    path: str,
    scheme: Literal["light", "dark"],
) -> None:
    """By axe-core, in both colour schemes; and nothing hangs over a narrow screen."""
    page = page_on(folder, path, scheme=scheme, width=360)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_marks_stay_on_paper(folder: Path, page_on: PageOn) -> None:
    """The line at the top and the marks are printed, what can only be pressed is not."""
    page = page_on(folder, ADA)
    page.emulate_media(media="print")
    expect(page.locator(".x-unpublished")).to_be_visible()
    mark = page.locator("del", has_text="wrote").first
    expect(mark).to_have_css("text-decoration-line", "line-through")
    expect(page.locator(".x-step").first).to_be_hidden()
    expect(page.get_by_label("Show the marks")).to_have_count(1)


def test_a_preview_opens_from_a_disk(folder: Path, page_on: PageOn) -> None:
    """A folder that somebody unpacked shows its marks and its links work."""
    page = page_on.from_disk(folder / ADA / "index.html")
    expect(page.locator("ins").first).to_have_css("text-decoration-style", "double")
    page.locator(".x-step").first.click()
    assert page.url.endswith("#__change-2")
