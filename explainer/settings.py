"""The settings of one site, as plain values that every stage may read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from markdown.extensions.toc import slugify

from explainer.words import ENGLISH_WORDS, Words, msgid

EVENT_CATEGORIES = (
    msgid("arrest"),
    msgid("trial"),
    msgid("talks"),
    msgid("release"),
    msgid("exchange"),
    msgid("statement"),
    msgid("law"),
    msgid("other"),
)
SAYS = "says"
"""The key, in the metadata of a field, of what the documentation says of it."""


def _told(says: str, **default: Any) -> Any:
    """Return a field of which the documentation says something."""
    return field(**default, metadata={SAYS: says})


@dataclass(frozen=True, slots=True)
class Licence:
    """On what terms the content of a site may be used."""

    name: str = _told("its short name, as SPDX has it")
    title: str = _told("its name in full", default="")
    url: str = _told("where its text is, with https", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file or page may ask for; far beyond what any honest one does."""

    file_size: int = _told("bytes of a Markdown file", default=500_000)
    value: int = _told("characters of one text in the front matter", default=5_000)
    items: int = _told(
        "items of one list, or fields of one mapping, in the front matter", default=1_000
    )
    paragraph: int = _told(
        "characters of one paragraph, list item, heading or cell", default=20_000
    )
    links: int = _told("links and citations written in one file", default=10_000)
    page_size: int = _told("characters that the prose of one page has as HTML", default=10_000_000)
    page_seconds: int = _told("seconds of the processor to make one page", default=20)
    page_memory: int = _told("megabytes that making one page may add", default=1_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a site sets in `mkdocs.yml`, typed.

    `docs` is the content folder as problems name it, relative to the folder of `mkdocs.yml`.
    `slugify` makes the anchor of a heading, as the Markdown `toc` extension of the site does.
    `source_marks` maps a tag of a source to the words that mark it for readers.
    `today` is the day of the build as a day number (`datetime.date.toordinal`); without it
    nobody's age and nothing's staleness is known. `stale_after` counts days, `long_summary`
    characters. `changes_within` counts the days back from the newest change that `/changes/`
    tells of; `feeds` says whether the site has feeds, `repository` is the address of its
    repository, if it tells. `tolerated` are the codes of warnings that do not stop a strict build.

    `name` and `description` are those of the site, `url` the address at which it is published,
    ending in a slash, or empty where nobody knows it; `words` are those of the language it
    is written in, `licence` that of its text and data, if it names one. `data_files` says
    whether the site gives its data to other programs, `social_cards` whether a site with an
    address has pictures for those who share its pages; `print_up_to` is the number of entries
    up to which it gets one page with all of them. `limits` are those of its files and pages.
    """

    name: str = ""
    description: str = ""
    url: str = ""
    words: Words = ENGLISH_WORDS
    licence: Licence | None = None
    data_files: bool = True
    social_cards: bool = True
    print_up_to: int = 500

    docs: str = "docs"
    event_categories: tuple[str, ...] = EVENT_CATEGORIES
    source_marks: Mapping[str, str] = field(default_factory=dict)
    directory_urls: bool = True
    drafts: bool = False
    today: int | None = None
    stale_after: int = 90
    long_summary: int = 280
    changes_within: int = 180
    feeds: bool = False
    repository: str = ""
    tolerated: frozenset[str] = frozenset()
    slugify: Callable[[str, str], str] = slugify
    limits: Limits = Limits()

    @property
    def language(self) -> str:
        """The tag of the language of the site."""
        return self.words.tag
