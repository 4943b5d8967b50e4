"""Do no harm: MkDocs builds the same prose with the plugin and without it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.corpus import TEXTS
from tests.harmless.plain import PLAIN, Extensions, pages_among_entries
from tests.harmless.test_pages import REFUSED, REFUSED_LATER
from tests.sites import mkdocs, pages_in

SETTINGS = """
site_name: Texts
use_directory_urls: false
theme: {{name: null, custom_dir: bare}}
markdown_extensions: [attr_list, tables, toc: {{permalink: true}}]
plugins: {plugins}
validation: {{links: {{not_found: ignore, anchors: ignore, unrecognized_links: ignore}}}}
"""
EXTENSIONS = Extensions(("toc", "tables", "fenced_code", "attr_list"), {"toc": {"permalink": True}})
FRONT = "---\ntitle: A text\n---\n"
"""Without it MkDocs takes a first line such as `key: value` for metadata, and we do not."""


def site(folder: Path, texts: Mapping[str, str], plugins: str) -> Path:
    """Write a site whose theme prints the content of a page and nothing else."""
    (folder / "docs").mkdir(parents=True)
    (folder / "bare").mkdir()
    (folder / "mkdocs.yml").write_text(SETTINGS.format(plugins=plugins), encoding="utf-8")
    (folder / "bare/main.html").write_text("{{ page.content }}", encoding="utf-8")
    for number, text in enumerate(texts.values()):
        path = folder / f"docs/p{number}.md"
        path.write_text(text, encoding="utf-8", newline="")
    return folder


def contents(folder: Path, texts: Mapping[str, str]) -> dict[str, str]:
    """Build a site, and return the content of each page by the name of its text."""
    done = mkdocs("build", cwd=folder)
    assert done.status == 0, done.lines
    written = pages_in(folder / "site")  # MkDocs writes no page that would be empty
    return {name: written.get(f"p{number}.html", "") for number, name in enumerate(texts)}


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """Return the texts that no build stops at: not ours, nor MkDocs alone.

    Python-Markdown fails at three, and MkDocs, which looks for anchors in HTML, at some `<![`.
    """
    refused = pages_among_entries().problems.keys() | REFUSED_LATER
    found = {
        name: text
        for name, text in PLAIN.items()
        if name not in refused and "<![" not in text and EXTENSIONS.render(text) is not None
    }
    assert len(found) >= len(TEXTS) - REFUSED - len(REFUSED_LATER) - 10
    return found


def test_a_build_with_the_plugin_has_the_pages_of_one_without(
    tmp_path: Path, texts: dict[str, str]
) -> None:
    """Byte for byte what Python-Markdown makes of each text, and so what MkDocs alone shows.

    MkDocs alone takes off the blank lines at the top of a page; it matters in one of the texts.
    """
    ours = contents(site(tmp_path / "ours", texts, "[explainer]"), texts)
    plain = {name: EXTENSIONS.render(text) or "" for name, text in texts.items()}
    assert [name for name in texts if ours[name] != plain[name]] == []

    files = {name: FRONT + text for name, text in texts.items()}
    alone = contents(site(tmp_path / "alone", files, "[]"), files)
    assert {name for name in texts if ours[name] != alone[name]} == {"117: Indented code blocks"}
    assert sum(map(bool, alone.values())) > 0.95 * len(alone)
