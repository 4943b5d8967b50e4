"""The quickened axe-core gives the answers of the one that is published."""

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import published, quickened

# Colours in every way of writing, some told apart from what is behind them and some not.
COLOURS = (
    "#777", "#767676", "#99999980", "gray", "rgb(120 120 120)", "rgba(0, 0, 0, 0.4)",
    "hsl(0.6turn 50% 60%)", "hwb(200 50% 20%)", "lab(55% 20 -30)", "oklch(70% 0.1 150)",
    "color(display-p3 0.6 0.4 0.4)", "color-mix(in srgb, white, black 45%)", "transparent",
)  # fmt: skip
BEHIND = ("#fff", "#eee8", "oklch(30% 0.05 250)", "linear-gradient(#000, #fff)", "rgb(0 0 0 / 0.3)")
PAGE = (
    "<!doctype html><html><head><title></title></head><body>"
    + "".join(
        f'<div style="background: {behind}"><p style="color: {colour}; opacity: {opacity}">Words'
        f' <b style="text-shadow: 1px 1px 2px {colour}">in <i>{colour}</i></b></p></div>'
        for behind in BEHIND
        for colour in COLOURS
        for opacity in (1, 0.6)
    )
    + '<img src="data:,"><input><button></button><a href="#x"></a><h4>Low</h4>'
    '<svg role="img"><text y="9" fill="#999">drawn</text></svg><div role="nothing" id=a></div>'
    "<ul><p id=a>no item</p></ul><table><td headers=z>cell</table></body></html>"
)
ANSWERS = """async () => {
    const found = await axe.run();
    const short = ({ id, nodes }) => [id, nodes.map(({ target, any, all, none }) => [
        target, [...any, ...all, ...none].map(({ id, data, message }) => [id, data, message]),
    ])];
    return ["violations", "incomplete", "passes", "inapplicable"].map(
        (kind) => found[kind].map(short)
    );
}"""


@pytest.fixture(scope="module")
def answers(browser: Browser) -> tuple[list[Any], list[Any]]:
    """Return all that axe-core says of a page with many faults, as published and quickened."""
    said = []
    for script in (published(), quickened()):
        page = browser.new_page()
        page.set_content(PAGE)
        page.evaluate(script)
        said.append(page.evaluate(ANSWERS))
        page.close()
    return said[0], said[1]


def test_it_says_the_same(answers: tuple[list[Any], list[Any]]) -> None:
    """Of each rule and each element: what is wrong, what may be, what is right, and the numbers."""
    slow, quick = answers
    assert quick == slow


def test_it_is_asked_enough(answers: tuple[list[Any], list[Any]]) -> None:
    """The page breaks many rules, and has good, bad and doubtful colours."""
    violations, incomplete, passes, _ = answers[0]
    assert len(violations) >= 10
    for kind, least in ((violations, 50), (incomplete, 20), (passes, 10)):
        (contrast,) = [nodes for rule, nodes in kind if rule == "color-contrast"]
        assert len(contrast) >= least
