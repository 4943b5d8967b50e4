"""Every page of the first site is HTML as the standard has it."""

import json
import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.sites import pages_in

REFERRING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "list")
OBSOLETE = {"align", "bgcolor", "border", "cellpadding", "cellspacing", "valign"}
ONE_LINE = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt", "figcaption"}
BLOCKS = "div, p, ul, ol, dl, table, section, article, aside, figure, form, nav, header, footer"


def faults(html: str) -> Iterator[str]:
    """Yield what is wrong with a page, of what the Nu checker calls an error most often."""
    root = LexborHTMLParser(html)
    everything = [node for node in root.root.traverse() if node.tag] if root.root else []
    ids = Counter(node.attributes["id"] for node in everything if "id" in node.attributes)
    yield from (f"two elements with the id {name}" for name, times in ids.items() if times > 1)
    if any(len(root.css(part)) != 1 for part in ("head > title", "main", "h1")):
        yield "not one title, one main part and one heading"
    for node in everything:
        yield from _faults_of(node, ids)


def _faults_of(node: LexborNode, ids: Counter[str | None]) -> Iterator[str]:
    attributes, tag = node.attributes, node.tag
    for name in REFERRING:
        for target in (attributes.get(name) or "").split():
            if target not in ids:
                yield f"{name} of <{tag}> names {target}, which is not there"
    if attributes.get("tabindex", "0") not in {"0", "-1"}:
        yield f"<{tag}> with the tabindex {attributes['tabindex']!r}"
    if "autocomplete" in attributes and attributes.get("type") in {"checkbox", "radio"}:
        yield "a box to tick with autocomplete"
    if tag == "figure" and "role" in attributes and node.css_first("figcaption"):
        yield "<figure> with a caption and a role"
    if tag == "img" and "alt" not in attributes:
        yield "<img> without alt"
    if "style" in attributes and not (attributes["style"] or "").startswith("text-align"):
        yield f"<{tag}> with a style"
    if any(name.startswith("on") for name in attributes):
        yield f"<{tag}> with a handler"
    if tag in ONE_LINE and node.css_first(BLOCKS):
        inner = [found for found in node.css(BLOCKS) if found != node]
        yield from (f"<{found.tag}> in <{tag}>" for found in inner)
    yield from (f"<{tag}> with {name}" for name in sorted(OBSOLETE & set(attributes)))


def test_no_page_has_what_the_checker_calls_an_error(first_site: Path) -> None:
    """Ids are unique and exist where they are named, and elements stand where they may."""
    found = {path: list(faults(html)) for path, html in pages_in(first_site).items()}
    assert {path: problems for path, problems in found.items() if problems} == {}


def checker() -> list[str]:
    """Return the command of the Nu HTML checker; none where it or Java is not there."""
    jar = os.environ.get("VNU_JAR")
    if jar and shutil.which("java"):
        return ["java", "-jar", jar]
    vnu = shutil.which("vnu")
    return [vnu] if vnu else []


def test_the_nu_checker_finds_no_error(first_site: Path) -> None:
    """The checker of the W3C, where it is there: `vnu`, or VNU_JAR and Java."""
    command = checker()
    if not command:
        pytest.skip("The Nu HTML checker is not there: install vnu, or name its jar in VNU_JAR.")
    options = ("--format", "json", "--exit-zero-always", "--skip-non-html", "--errors-only")
    done = subprocess.run(
        [*command, *options, str(first_site)], capture_output=True, text=True, check=True
    )
    found = [
        f"{Path(message['url']).parent.name}:{message.get('lastLine')}: {message['message']}"
        for message in json.loads(done.stderr)["messages"]
        if message["type"] == "error"
    ]
    assert found == []
