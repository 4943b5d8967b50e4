"""The settings of one site, as plain values that every stage may read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markdown.extensions.toc import slugify

EVENT_CATEGORIES = (
    "arrest",
    "trial",
    "talks",
    "release",
    "exchange",
    "statement",
    "law",
    "other",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a site sets in `mkdocs.yml`, typed.

    `docs` is the content folder as problems name it, relative to the folder of `mkdocs.yml`.
    `slugify` makes the anchor of a heading, as the Markdown `toc` extension of the site does.
    `source_marks` maps a tag of a source to the words that mark it for readers.
    """

    site_name: str = ""
    docs: str = "docs"
    subjects: tuple[str, ...] = ()
    event_categories: tuple[str, ...] = EVENT_CATEGORIES
    source_marks: Mapping[str, str] = field(default_factory=dict)
    directory_urls: bool = True
    drafts: bool = False
    slugify: Callable[[str, str], str] = slugify
