"""Prose rendered with one Markdown instance, against what MkDocs makes of every page."""

import re
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from explainer.publish.config import load
from explainer.publish.prose import ProseRenderer
from tests.archive import write_site
from tests.corpus import TEXTS
from tests.sites import SMALL

_EVERY = 7  # texts of the corpus, of which one is rendered
_FATAL = "<!["  # MkDocs fails on some of these; the check of a site refuses them
_LINK = '<a class="ref ref-person" href="../ada&#95;l/#a">{}</a>'
_CITATION = (
    '<sup class="cite" id="cite-1-1"><a href="#source-1" title="p.&#42; 3" role="doc-noteref">'
    "1</a></sup>"
)
_EXTENSIONS = """
    markdown_extensions: [attr_list, tables, toc, footnotes, def_list, admonition, abbr]
"""
_LETTERS = """
    markdown_extensions: [attr_list, tables, toc, smarty]
"""
_IN_HTML = """
    markdown_extensions: [attr_list, tables, toc, md_in_html]
"""

_OWN_LINES = """
    markdown_extensions: [attr_list, toc, nl2br, legacy_em]
"""
_FEW = """
    markdown_extensions: [attr_list, tables, footnotes, codehilite, toc: {permalink: true}]
"""


def configured(folder: Path, extensions: str) -> MkDocsConfig:
    """Return the settings of a site with some extensions."""
    site = SMALL.replace(
        "plugins: [search, explainer]", f"plugins: [search, explainer]{extensions.rstrip()}"
    )
    return load(str(write_site(site, folder)))[0]


def with_tags(text: str) -> str:
    """Put links around words of a text, and citations behind some, as written-out prose has."""
    words = re.split(r"(?<=\S)(?=[ \n])", text)
    for number in range(0, len(words), 2):
        before, word = re.match(r"(\s*)(.*)", words[number], re.DOTALL).groups()  # type: ignore[union-attr]
        if word:
            words[number] = before + _LINK.format(word) + (_CITATION if number % 4 else "")
    return "".join(words)


def rendered(texts: list[str], config: MkDocsConfig) -> tuple[list[str | None], list[str | None]]:
    """Render texts with our renderer, and with MkDocs."""
    file = File("people/bob.md", None, config.site_dir, use_directory_urls=True)
    files = Files([])
    renderer = ProseRenderer(config, files)
    ours: list[str | None] = []
    theirs: list[str | None] = []
    for text in texts:
        page = Page(None, file, config)
        page.markdown = text
        renderer.render(page)
        ours.append(page.content)
        page.render(config, files)
        theirs.append(page.content)
    return ours, theirs


@pytest.mark.parametrize(
    "extensions",
    [_EXTENSIONS, _LETTERS, _IN_HTML, _OWN_LINES, _FEW],
    ids=["common", "letters", "in HTML", "lines", "few"],
)
def test_prose_comes_out_as_mkdocs_renders_it(extensions: str, tmp_path: Path) -> None:
    """Texts with links and citations in them are the same, whatever else stands there."""
    fitting = [t for _, t in sorted(TEXTS.items()) if len(t) < 300 and _FATAL not in t]
    corpus = fitting[::_EVERY]
    texts = [*corpus, *map(with_tags, corpus)]
    ours, theirs = rendered(texts, configured(tmp_path, extensions))
    assert ours == theirs
    assert any("doc-noteref" in (content or "") for content in ours)


@pytest.mark.parametrize(
    "text",
    [
        f"[text]({_LINK.format('a')})",
        f"[text][{_LINK.format('a')}]\n\n[a]: b",
        f"`{_LINK.format('a')}` and \\{_LINK.format('a')}",
        f"    {_LINK.format('in code')}\n\n```\n{_CITATION}\n```",
        f"## {_LINK.format('A heading')}{_CITATION}\n\n{_CITATION}",
        f"| {_LINK.format('a')} | {_CITATION} |\n|---|---|\n| *{_LINK.format('b')}* | &amp; &x |",
        f'> {_LINK.format("_a_")} "quoted {_LINK.format("b")}" :{_CITATION}: **{_CITATION}**',
        f"<div>{_LINK.format('a')}</div>\n\n{_LINK.format('a')}{{.x}} <b>{_LINK.format('c')}</b>",
        f"{_LINK.format('a')} &#42 &copy; a&b < c <d {_CITATION}",
    ],
)
def test_tags_of_ours_where_markdown_may_read_them_otherwise(text: str, tmp_path: Path) -> None:
    """Beside code, escapes, brackets and HTML a link comes out as MkDocs renders it."""
    ours, theirs = rendered([text], configured(tmp_path, _EXTENSIONS))
    assert ours == theirs
