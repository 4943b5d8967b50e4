"""axe-core, which finds what some readers could not use, with its answers in half the time.

Nearly all of its time goes into colours: the published file keeps the fields of each colour in
`WeakMap`s, and reads the same few strings of colours thousands of times over. Here the fields are
ordinary properties, and a string is read once; `test_axe.py` compares the answers.
"""

from functools import cache
from importlib.resources import files
from typing import Any, Protocol

from playwright.sync_api import Page

# Keeps what it is given at the key itself, under a name that nobody else can have.
_AS_PROPERTIES = """
class Fields {
    constructor() { this.mark = Symbol(); }
    has(key) { return Object(key) === key && Object.hasOwn(key, this.mark); }
    get(key) { return this.has(key) ? key[this.mark] : undefined; }
    set(key, value) { key[this.mark] = value; return this; }
    add(key) { return this.set(key, true); }
    delete(key) { return this.has(key) && delete key[this.mark]; }
}
"""
_READ_ONCE = """
const colours = axe.commons.color.Color.prototype;
const read = colours.parseString;
const known = new Map();
colours.parseString = function (text) {
    if (known.has(text)) return Object.assign(this, known.get(text));
    read.call(this, text);  // throws where it cannot, which is not kept
    const { r, g, b, alpha } = this;
    known.set(text, { r, g, b, alpha });
    return this;
};
"""
_RUN = """async (options) => (await axe.run(options)).violations.flatMap(
    ({ id, nodes }) => nodes.map(({ target }) => [id, target])
)"""


class Axe(Protocol):
    """Lists what axe-core finds wrong with a page, by all its rules or by some."""

    def __call__(self, page: Page, *rules: str) -> list[str]:
        """Return a line for each element that breaks a rule."""


@cache
def published() -> str:
    """Return axe-core as it is published."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


@cache
def quickened() -> str:
    """Return axe-core with fast colours."""
    inside = f"(function (WeakMap, WeakSet) {{{published()}}}).call(window, Fields, Fields);"
    return f"(() => {{ {_AS_PROPERTIES} {inside} {_READ_ONCE} }})();"


def violations(page: Page, *rules: str) -> list[str]:
    """List what axe-core finds wrong with a page."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(quickened())
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    found = page.evaluate(_RUN, options | ({"runOnly": list(rules)} if rules else {}))
    return [f"{rule}: {target}" for rule, target in found]
