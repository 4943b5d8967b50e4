"""What a synthetic site says, before any program's syntax: entries, their facts and their prose."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an entry, by words of its own or by its title; an automatic one is only named."""

    target: str
    words: str = ""
    automatic: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """What backs a sentence: a source, and where in it."""

    source: str
    locator: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words, perhaps a link among them, perhaps a citation behind the full stop."""

    before: str
    link: Link | None = None
    after: str = ""
    citation: Citation | None = None


Paragraph = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Paragraphs, under a heading if they have one."""

    heading: str
    paragraphs: tuple[Paragraph, ...]


Prose = tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """What a source says of somebody, and as of when."""

    value: str
    sources: tuple[str, ...]
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """Another entry that a fact names, and what it has to do with this one."""

    field: str
    target: str
    role: str


@dataclass(frozen=True, slots=True)
class Detention:
    """A time in which somebody was held."""

    held_by: str
    start: str
    end: str
    place: str
    allegation: str
    status: Claim
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: its names, its facts, and its prose."""

    id: str
    folder: str
    title: str
    summary: str
    aliases: tuple[str, ...] = ()
    plain: Mapping[str, str] = field(default_factory=dict)
    claims: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)
    ties: tuple[Tie, ...] = ()
    detentions: tuple[Detention, ...] = ()
    prose: Prose = ()

    @property
    def path(self) -> str:
        """Where the page of the entry is, below the site's root."""
        return f"{self.folder}/{self.id}"


@dataclass(frozen=True, slots=True)
class Content:
    """A whole site: its front page and its entries, by id."""

    title: str
    front: Prose
    entries: Mapping[str, Entry]

    def of(self, folder: str) -> list[Entry]:
        """List the entries of a folder."""
        return [entry for entry in self.entries.values() if entry.folder == folder]


def sentences(prose: Prose) -> Iterator[Sentence]:
    """Yield every sentence of a text."""
    for section in prose:
        for paragraph in section.paragraphs:
            yield from paragraph
