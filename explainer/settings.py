"""The settings of one site, as plain values that every stage may read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

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


@dataclass(frozen=True, slots=True)
class Licence:
    """On what terms the content of a site may be used: `name` is short, as SPDX has it."""

    name: str
    title: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file or page may ask for; far beyond what any honest one does.

    `file_size` counts the bytes of a Markdown file, `value` the characters of one text in the
    front matter, `items` what one list or mapping there holds, `paragraph` the characters of a
    paragraph, `links` the links and citations that an editor wrote in one file.
    `page_size` counts the characters that the prose of a page has as HTML, `page_seconds` is the
    time of the processor that it may take to make a page, `page_memory` the megabytes that this
    may add.
    """

    file_size: int = 500_000
    value: int = 5_000
    items: int = 1_000
    paragraph: int = 20_000
    links: int = 10_000
    page_size: int = 10_000_000
    page_seconds: int = 20
    page_memory: int = 1_000


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
