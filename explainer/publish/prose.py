"""Render prose as MkDocs does, with one Markdown instance for all pages instead of one for each."""

import logging
from collections.abc import Iterator

import markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import (
    Page,
    _ExtractAnchorsTreeprocessor,
    _ExtractTitleTreeprocessor,
    _RawHTMLPreprocessor,
    _RelativePathTreeprocessor,
)
from mkdocs.structure.toc import get_toc

# Extensions of others may keep something from one page to the next; these are known not to.
_READING = frozenset({"pymdownx.snippets", "pymdownx.b64"})  # they read other files
_RESET = ("markdown.", "pymdownx.", "mkdocs.", "material.")


class ProseRenderer:
    """What `mkdocs.structure.pages.Page.render` does, in the same steps."""

    def __init__(self, config: MkDocsConfig, files: Files) -> None:
        self._config, self._files = config, files
        self._reused: markdown.Markdown | None = None
        self._raw, self._title = _RawHTMLPreprocessor(), _ExtractTitleTreeprocessor()

    def render(self, page: Page) -> None:
        """Fill in the content of a page, its table of contents and the title in its heading."""
        assert page.markdown is not None
        anchors = _ExtractAnchorsTreeprocessor(page.file, self._files, self._config)
        links = _RelativePathTreeprocessor(page.file, self._files, self._config)
        converter = self._converter()
        self._title.title = None
        for processor in (self._raw, anchors, links, self._title):
            processor._register(converter)
        page.content = converter.convert(page.markdown)
        page.toc = get_toc(getattr(converter, "toc_tokens", []))
        page._title_from_render = self._title.title
        page.present_anchor_ids = anchors.present_anchor_ids | self._raw.present_anchor_ids
        if logging.getLogger("mkdocs.structure.pages").getEffectiveLevel() > logging.DEBUG:
            page.links_to_anchors = links.links_to_anchors

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
        return converter


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
