"""Render prose as MkDocs does, with one Markdown instance for all pages instead of one for each."""

import re
from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element

import markdown
from markdown.preprocessors import HtmlBlockPreprocessor
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import AtomicString
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import (
    Page,
    _ExtractTitleTreeprocessor,
    _RelativePathTreeprocessor,
)
from mkdocs.structure.toc import get_toc

# Extensions of others may keep something from one page to the next; these are known not to.
_READING = frozenset({"pymdownx.snippets", "pymdownx.b64"})  # they read other files
_RESET = ("markdown.", "pymdownx.", "mkdocs.", "material.")

# Anything that may be more than the tags of links and citations, as `explainer.pages.prose` and
# many authors write them, and more than a whole reference to a character.
_OTHER_HTML = re.compile(
    r"<(?!(?:a|sup)(?: [a-z-]+=\"[^\"<>]*\")+>|/(?:a|sup)>)|&(?!#[0-9]+;|[a-zA-Z][a-zA-Z0-9]*;)"
)
_TAGS = re.compile(
    r"<a class=\"ref[a-z -]*\" href=\"[^\"<>]*\">|</a>|<sup class=\"cite\" id=\"[^\"<>]*\">"
    r"<a href=\"#[^\"<>]*\"(?: title=\"[^\"<>]*\")? role=\"doc-noteref\">[0-9]+</a></sup>"
)
# What Python-Markdown reads before the tags in a line, or across them, so that one may come out
# otherwise: escapes, code, attributes in braces, emphasis, and where Markdown's own links lead.
_READ_BEFORE = re.compile(r"[\\`{*_]|    |\][(:\[]|\] [(\[]")
# What the usual patterns for the inside of a line begin with, or `attr_list` looks for.
_READ_INSIDE = re.compile(r"[\\`!\[\]<>&*_{]|  \n")
_READING_TEXTS = {  # where the processors are from that make nothing of a text without these
    "markdown.treeprocessors",
    "markdown.extensions.attr_list",
    "markdown.extensions.codehilite",
    "markdown.extensions.footnotes",
    "markdown.extensions.toc",
    "mkdocs.structure.pages",
}


class _PlainTexts(Treeprocessor):
    """Let the paragraphs and headings be in which no pattern can find anything."""

    def run(self, root: Element) -> None:
        for element in root:
            text = element.text
            if text and not _READ_INSIDE.search(text):
                element.text = AtomicString(text)


class _HtmlBlocks(HtmlBlockPreprocessor):
    """Take blocks of HTML out of a text; where there is none, the text needs no HTML parser.

    The tags of links and citations are put aside there at once, where they would be one by one,
    unless an extension reads lines in a way of its own, and may tell the difference.
    """

    def __init__(self, converter: markdown.Markdown) -> None:
        super().__init__(converter)
        self._reads_as_usual = _reads_as_usual(converter)

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if _OTHER_HTML.search(text):
            return super().run(lines)
        if not self._reads_as_usual or _READ_BEFORE.search(text):
            return lines
        store = self.md.htmlStash.store
        return _TAGS.sub(lambda match: store(match[0]), text).split("\n")


class ProseRenderer:
    """What `mkdocs.structure.pages.Page.render` does, in the same steps.

    Which anchors a page has, and which it links to, is left out: MkDocs asks for that only where
    it validates anchors, and then it builds the site itself.
    """

    def __init__(self, config: MkDocsConfig, files: Files) -> None:
        self._config, self._files = config, files
        self._reused: markdown.Markdown | None = None
        self._title = _ExtractTitleTreeprocessor()

    def render(self, page: Page) -> None:
        """Fill in the content of a page, its table of contents and the title in its heading."""
        assert page.markdown is not None
        links = _RelativePathTreeprocessor(page.file, self._files, self._config)
        converter = self._converter()
        self._title.title = None
        for processor in (links, self._title):
            processor._register(converter)
        page.content = converter.convert(page.markdown)
        page.toc = get_toc(getattr(converter, "toc_tokens", []))
        page._title_from_render = self._title.title

    def start_over(self) -> None:
        """Forget what was reused: a text that was given up has left it in the middle of things."""
        self._reused = None

    @property
    def is_pure(self) -> bool:
        """Say whether what comes of a text depends on the text and the files of the site alone."""
        self._converter()
        names = {str(name) for name in self._config["markdown_extensions"]}
        return self._reused is not None and names.isdisjoint(_READING)

    def _converter(self) -> markdown.Markdown:
        if self._reused is not None:
            return self._reused.reset()
        converter = markdown.Markdown(
            extensions=self._config["markdown_extensions"],
            extension_configs=self._config["mdx_configs"] or {},
        )
        if all(f"{module}.".startswith(_RESET) for module in _modules(converter)):
            self._reused = converter
        known = converter.preprocessors
        if "html_block" in known and type(known["html_block"]) is HtmlBlockPreprocessor:
            known.register(_HtmlBlocks(converter), "html_block", 20)
        modules = {type(processor).__module__ for processor in converter.treeprocessors}
        if _reads_as_usual(converter) and modules <= _READING_TEXTS:
            converter.treeprocessors.register(_PlainTexts(converter), "plain_texts", 25)
        return converter


def _reads_as_usual(converter: markdown.Markdown) -> bool:
    """Say whether lines are read with patterns of Python-Markdown's own, and once."""
    readers = [one for one in converter.treeprocessors if isinstance(one, InlineProcessor)]
    return _patterns(converter) <= _usual_patterns() and len(readers) == 1


@cache
def _usual_patterns() -> frozenset[tuple[type, str]]:
    return _patterns(markdown.Markdown(extensions=["footnotes"]))


def _patterns(converter: markdown.Markdown) -> frozenset[tuple[type, str]]:
    return frozenset((type(pattern), pattern.pattern) for pattern in converter.inlinePatterns)


def _modules(converter: markdown.Markdown) -> Iterator[str]:
    """Yield where the code comes from that a Markdown instance runs."""
    for extension in converter.registeredExtensions:
        yield type(extension).__module__
    for registry in (
        converter.preprocessors,
        converter.parser.blockprocessors,
        converter.treeprocessors,
        converter.inlinePatterns,
        converter.postprocessors,
    ):
        for processor in registry:
            yield type(processor).__module__
