"""The timeline in a browser: filters, walking, zooming; and the same facts without any of it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.archive import write_site
from tests.browser.conftest import PageOn
from tests.sites import run

TIMELINE = "timeline/"
VINNIK = "?person=alexander-vinnik"
# Somebody whose entries are known, so that the rest of the site can grow.
KRIEGER = "?person=rico-krieger"
# Pairs of words in a drawing that lie on each other, among those that can be seen.
OVERLAPS = """() => {
    const shown = [...document.querySelectorAll(".x-band text")]
        .filter((text) => text.checkVisibility())  // some lanes are behind a fold
        .map((text) => [text.textContent, text.getBoundingClientRect()])
        .filter(([, box]) => box.width);
    const on = (a, b) => a.left < b.right && b.left < a.right
        && a.top + 3 < b.bottom && b.top + 3 < a.bottom;
    return shown.flatMap(([words, box], n) =>
        shown.slice(n + 1).filter(([, other]) => on(box, other)).map(([more]) => [words, more]));
}"""
OUTSIDE = """() => [...document.querySelectorAll(".x-band text")]
    .map((text) => [text.textContent, text.getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.left < 0 || box.right > innerWidth))
    .map(([words]) => words)"""


def entry(name: str, date: str, more: str = "") -> str:
    """Write one event."""
    return (
        f"-- docs/events/{name}.md --\n---\ntitle: The {name} of the two sides\nsummary: Words.\n"
        f"date: {date}\ncategory: talks\n{more}---\n"
    )


DECADES = "".join(
    [
        "-- mkdocs.yml --\nsite_name: Sixty years\nplugins: [search, explainer]\n",
        entry("bridge", "1962-02-10"),
        entry("answer", "1962-02-11"),
        entry("thaw", "1985-06/1989-12", "part_of: decade\n"),
        entry("decade", "1985/1990"),
        entry("letter", "1979~"),
        entry("summit", "1986-02-11", "part_of: decade\n"),
        entry("ten", "2010-07-09"),
        *(entry(f"meeting-{n}", f"20{20 + n % 5}-0{n % 9 + 1}-1{n % 10}") for n in range(12)),
    ]
)
WEEKS = "-- mkdocs.yml --\nsite_name: Two weeks\nplugins: [search, explainer]\n" + "".join(
    entry(f"talk-{n}", f"2024-08-{n % 14 + 1:02}") for n in range(40)
)


@pytest.fixture(scope="module", params=[DECADES, WEEKS], ids=["decades", "weeks"])
def other_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a built site with sixty years and gaps, or with two busy weeks."""
    folder = write_site(request.param, tmp_path_factory.mktemp("other")).parent
    done = run("build", cwd=folder)
    assert done.status == 0, done.err
    return folder / "site"


@pytest.mark.parametrize("width", [320, 800, 1280])
def test_sixty_years_and_two_weeks_can_be_read(
    other_site: Path, page_on: PageOn, width: int
) -> None:
    """Neither labels, nor names of eras, nor the words of a cut lie on each other."""
    page = page_on(other_site, TIMELINE, width=width)
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate(OUTSIDE) == []


def shown(page: Page) -> Locator:
    """Return the items of the list that can be seen."""
    return page.locator(".x-moment:visible")


def drawing(page: Page) -> Locator:
    """Return the drawing that fits the window."""
    return page.locator(".x-band:visible")


@pytest.mark.parametrize("width", [320, 390, 800, 1280, 1920])
def test_no_words_of_the_drawing_lie_on_each_other(
    first_site: Path, page_on: PageOn, width: int
) -> None:
    """One drawing is seen, whichever fits, and every word in it can be read."""
    page = page_on(first_site, TIMELINE, width=width)
    expect(drawing(page)).to_have_count(1)
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate(OUTSIDE) == []


def test_every_entry_of_the_list_is_drawn(first_site: Path, page_on: PageOn) -> None:
    """And nothing is drawn that the list does not have."""
    page = page_on(first_site, TIMELINE, scripts=False)
    listed = {item.get_attribute("id") for item in shown(page).all()}
    drawn = [mark.get_attribute("data-for") for mark in drawing(page).locator(".x-mark").all()]
    assert sorted(map(str, listed)) == sorted(map(str, drawn))


def test_a_filter_stands_in_the_address(first_site: Path, page_on: PageOn) -> None:
    """What is chosen is shown and counted; the address, opened again, shows the same."""
    page = page_on(first_site, TIMELINE)
    everything = shown(page).count()
    page.get_by_label("Person").select_option("alexander-vinnik")
    expect(page).to_have_url(re.compile(rf"{re.escape(VINNIK)}$"))
    expect(page.get_by_role("status")).to_have_text(f"4 of {everything} entries: Alexander Vinnik")
    expect(shown(page)).to_have_count(4)
    page.get_by_label("Category").select_option("detention")
    expect(shown(page)).to_have_count(3)
    again = page_on(first_site, f"{TIMELINE}{VINNIK}&category=detention")
    expect(again.get_by_label("Person")).to_have_value("alexander-vinnik")
    assert shown(again).all_inner_texts() == shown(page).all_inner_texts()
    again.get_by_role("button", name="Show all").click()
    expect(again).to_have_url(re.compile(r"/timeline/$"))
    expect(shown(again)).to_have_count(everything)
    expect(again.get_by_role("status")).to_be_empty()


def test_filters_work_from_a_folder(first_site: Path, page_on: PageOn) -> None:
    """Opened as a file, with no server, the address keeps the filter as well."""
    file = first_site / "timeline" / "index.html"
    page = page_on.from_disk(file, "?country=NO")
    count = shown(page).count()
    assert 0 < count < page.locator(".x-moment").count()
    page.get_by_label("From").fill("2024")
    expect(page).to_have_url(f"{file.as_uri()}?country=NO&from=2024")
    page.reload()
    expect(page.get_by_label("From")).to_have_value("2024")


@pytest.mark.parametrize(
    ("query", "anchors"),
    [
        ("from=2025-02-18&to=2025-02-18&category=talks", ["riyadh-talks-2025", "trump-putin"]),
        ("from=2025-02-20&to=2025-02-20&category=statement", ["further-exchanges-hint-2025"]),
        ("to=2014&person=roman-seleznev", ["roman-seleznev-detained-1"]),
    ],
)
def test_a_period_holds_what_touches_it(
    first_site: Path, page_on: PageOn, query: str, anchors: list[str]
) -> None:
    """From and to are days, months or years, and both belong to the period."""
    page = page_on(first_site, f"{TIMELINE}?{query}")
    expect(shown(page)).to_have_count(len(anchors))
    for item, anchor in zip(shown(page).all(), anchors, strict=True):
        assert str(item.get_attribute("id")).startswith(anchor)


def test_the_drawing_follows_the_filter(first_site: Path, page_on: PageOn) -> None:
    """Only lanes with something in them stay; a period is drawn as wide as there is room."""
    page = page_on(first_site, TIMELINE + VINNIK)
    lanes = drawing(page).locator(".x-lane:visible")
    expect(lanes).to_have_count(1)
    expect(lanes).to_contain_text("Alexander Vinnik")
    expect(drawing(page).locator(".x-marks .x-mark:not([data-out])")).to_have_count(1)
    page.get_by_label("From").fill("2025-02-10")
    page.get_by_label("To", exact=True).fill("2025-02-24")
    expect(drawing(page).locator("text.x-fine", has_text="11 Feb").first).to_be_in_viewport()


def test_years_without_an_entry_are_not_offered(first_site: Path, page_on: PageOn) -> None:
    page = page_on(first_site, f"{TIMELINE}?from=2025&category=talks")
    expect(page.locator(".x-letters a:visible")).to_have_text(["2025"])
    expect(page.locator(".x-year:visible h2")).to_have_text(["2025"])


def test_a_filter_that_leaves_nothing_says_so(first_site: Path, page_on: PageOn) -> None:
    page = page_on(first_site, f"{TIMELINE}{VINNIK}&to=1900")
    expect(shown(page)).to_have_count(0)
    expect(page.get_by_role("status")).to_contain_text("Nothing on the timeline")


@pytest.mark.parametrize("query", ["person=nobody", "from=yesterday", "to=2024-13", "else=1", "="])
def test_an_address_that_makes_no_sense_shows_everything(
    first_site: Path, page_on: PageOn, query: str
) -> None:
    page = page_on(first_site, f"{TIMELINE}?{query}")
    assert shown(page).count() == page.locator(".x-moment").count()
    expect(page.get_by_role("status")).to_be_empty()


def test_arrow_keys_walk_through_the_timeline(first_site: Path, page_on: PageOn) -> None:
    """One stop of the Tab key; each step says the date and what it was, and shows where it is."""
    page = page_on(first_site, TIMELINE + KRIEGER)
    slider = page.get_by_role("slider")
    slider.focus()
    for key, words in [
        ("ArrowRight", "6 November 2023: Arrest of Rico Krieger in Belarus"),
        ("ArrowRight", "6 November 2023 to 1 August 2024: Rico Krieger detained"),
        ("ArrowLeft", "6 November 2023: Arrest of Rico Krieger in Belarus"),
        ("End", "1 August 2024: Ankara exchange"),
        ("ArrowRight", "1 August 2024: Ankara exchange"),
        ("Home", "6 November 2023: Arrest of Rico Krieger in Belarus"),
    ]:
        page.keyboard.press(key)
        expect(slider).to_have_text(words)
        expect(slider).to_have_attribute("aria-valuetext", words)
    expect(slider).to_have_attribute("aria-valuenow", "1")
    expect(drawing(page).locator("[data-now]")).to_have_attribute("data-for", "krieger-arrest-2023")
    page.keyboard.press("Enter")
    expect(page.locator(":focus")).to_have_text("Arrest of Rico Krieger in Belarus")
    page.keyboard.press("ArrowRight")
    expect(page.locator(":focus")).to_have_text("Rico Krieger detained")


def test_the_walk_keeps_to_what_the_filter_leaves(first_site: Path, page_on: PageOn) -> None:
    page = page_on(first_site, TIMELINE + VINNIK)
    slider = page.get_by_role("slider")
    expect(slider).to_have_attribute("aria-valuemax", "4")
    page.get_by_role("button", name="Later").click()
    page.get_by_role("button", name="Later").click()
    expect(slider).to_have_attribute("aria-valuenow", "2")
    expect(slider).to_contain_text("Vinnik")
    page.get_by_label("Person").select_option("paul-whelan")
    expect(slider).to_contain_text("Walk with")


def test_a_mark_leads_to_its_entry(first_site: Path, page_on: PageOn) -> None:
    """Clicked, it is the current one; an address with its anchor begins there."""
    page = page_on(first_site, TIMELINE)
    drawing(page).locator("[data-for='paul-whelan-detained-1'] rect").first.click()
    expect(page.get_by_role("slider")).to_have_text(re.compile("Paul Whelan"))
    linked = page_on(first_site, f"{TIMELINE}#ankara-exchange-2024")
    expect(linked.get_by_role("slider")).to_have_text("1 August 2024: Ankara exchange")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_drawing_zooms_from_years_to_days_and_back(
    first_site: Path, page_on: PageOn, width: int
) -> None:
    """By the keys + and − and by buttons; the page itself never grows wider than the window."""
    page = page_on(first_site, TIMELINE + KRIEGER, width=width)
    smaller = page.get_by_role("button", name="Zoom out")
    larger = page.get_by_role("button", name="Zoom in")
    expect(smaller).to_be_disabled()
    axis = drawing(page).locator(".x-axis").first
    years = axis.text_content() or ""
    page.get_by_role("slider").press("End")
    for _ in range(30):
        page.get_by_role("slider").press("+")
    expect(larger).to_be_disabled()
    label = axis.locator("text", has_text=re.compile("^1 Aug"))
    expect(label).to_be_in_viewport()
    content, window = page.evaluate("() => [document.body.scrollWidth, innerWidth]")
    assert content <= window
    for _ in range(30):
        page.get_by_role("slider").press("-")
    expect(smaller).to_be_disabled()
    expect(drawing(page).locator(".x-fine")).to_have_count(0)
    expect(axis).to_have_text(years)


def test_a_bar_keeps_its_name_in_sight(first_site: Path, page_on: PageOn) -> None:
    """However far one zooms in, whose bar it is can be read."""
    page = page_on(first_site, f"{TIMELINE}?from=2023-03&to=2023-04")
    lane = drawing(page).locator(".x-lane", has_text="Paul Whelan").locator("text")
    box = lane.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1280


@pytest.mark.parametrize("path", ["people/marc-fogel/", "organisations/kremlin/", "places/russia/"])
def test_entries_have_a_timeline_of_their_own(first_site: Path, page_on: PageOn, path: str) -> None:
    """Drawn and listed, without a script."""
    page = page_on(first_site, path, width=320, scripts=False)
    section = page.locator(".x-small-timeline")
    expect(section.locator(".x-band")).to_be_visible()
    assert section.locator(".x-dates li").count() >= 2
    widths = section.evaluate("(part) => [part.scrollWidth, part.clientWidth]")
    assert widths[0] <= widths[1]


def test_a_persons_timeline_leads_to_the_whole_one(first_site: Path, page_on: PageOn) -> None:
    """Where the filter is set to the person."""
    page = page_on(first_site, "people/marc-fogel/")
    page.get_by_role("link", name="The whole timeline").click()
    expect(page.get_by_role("status")).to_contain_text("Marc Fogel")


def test_a_filtered_timeline_prints_as_it_is(first_site: Path, page_on: PageOn) -> None:
    """The drawing, what the filter is, and what it leaves; not the form."""
    page = page_on(first_site, TIMELINE + VINNIK)
    page.emulate_media(media="print")
    expect(page.locator(".x-filters")).to_be_hidden()
    expect(page.locator(".x-walk")).to_be_hidden()
    expect(page.get_by_text("entries: Alexander Vinnik")).to_be_visible()
    expect(drawing(page)).to_have_count(1)
    expect(shown(page)).to_have_count(4)


def test_paper_is_light_when_the_screen_is_dark(first_site: Path, page_on: PageOn) -> None:
    """Words and marks are printed dark, because backgrounds are often not printed at all."""
    page = page_on(first_site, TIMELINE, scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    for selector in ("article h1", ".x-what a"):
        colour = page.locator(selector).first.evaluate("(el) => getComputedStyle(el).color")
        assert max(map(int, re.findall(r"\d+", colour)[:3])) < 160


def test_without_scripts_nothing_is_offered_that_needs_them(
    first_site: Path, page_on: PageOn
) -> None:
    page = page_on(first_site, TIMELINE, scripts=False)
    expect(drawing(page)).to_be_visible()
    controls = page.locator("article :is(select, input, button, [role='slider'])")
    expect(controls.locator("visible=true")).to_have_count(0)
