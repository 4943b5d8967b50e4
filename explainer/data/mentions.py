"""What mentions what, and what cites what: links and citations with their sentences."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from explainer.data.cells import Published
from explainer.data.tables import CITATIONS, ENTRIES, LINKS, PAGES, SOURCES, Cells, Column, Table
from explainer.entries.entry import DocPath, Document, Entry
from explainer.entries.marks import Location
from explainer.site.excerpts import Excerpt, wording
from explainer.site.raw_html import Span
from explainer.site.resolve import NO_ENTRY, Site

How = Literal["field", "link", "name"]
HOW: tuple[How, ...] = ("field", "link", "name")


@dataclass(frozen=True, slots=True)
class Mention:
    """One link: from an entry or an ordinary page (its path) to an entry.

    `how` says whether a field of the front matter names it, a link in the prose, or a name in the
    prose that links itself. `field`, `relation` and `role` are those of a field, `sentence` is
    that of the prose.
    """

    source: Document
    target: str
    how: How
    field: str = ""
    relation: str = ""
    role: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """One source that the prose of a document cites: where in it, and for which sentence."""

    source: Document
    cited: str
    locator: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Mentions:
    """All links and citations of a site, and the words of its documents by path."""

    links: tuple[Mention, ...]
    citations: tuple[Quotation, ...]
    texts: Mapping[DocPath, str]


def mentions_of(site: Site, documents: tuple[Document, ...]) -> Mentions:
    """Gather what documents link to and cite, in their order: fields first, then the prose."""
    fields: dict[DocPath, list[Mention]] = {}
    for connection in site.connections:
        source = site.all_documents[connection.source]
        reference = connection.reference
        if reference.kinds != ("source",) and reference != key_of(source):
            fields.setdefault(source.path, []).append(
                Mention(
                    source,
                    str(reference),
                    "field",
                    _field(connection.location),
                    reference.relation,
                    connection.role,
                )
            )
    links: list[Mention] = []
    citations: list[Quotation] = []
    texts: dict[DocPath, str] = {}
    published = site.entries.keys()
    for document in documents:
        words = wording(site, document.path)
        texts[document.path] = words.text
        links += fields.get(document.path, ())
        links += _links(site, document, words.excerpts)
        citations += _citations(site, document, words.excerpts, published)
    return Mentions(tuple(links), tuple(citations), texts)


def key_of(document: Document) -> str:
    """Return what tells a document apart: the id of an entry, the path of another page."""
    return document.id if isinstance(document, Entry) else document.path


LINK_TABLE = Table(
    name=LINKS,
    title="Links",
    description=(
        "What mentions what: the fields of the front matter, the links in the prose, and the names "
        "in it that link themselves. Sources that back a fact are not here; the tables of sources "
        "and `citations` have them."
    ),
    columns=(
        Column(name="number", sort="whole", description="key of the row", is_required=True),
        Column(
            name="entry",
            sort="id",
            description="the entry that mentions another",
            refers_to=ENTRIES,
        ),
        Column(name="page", sort="id", description="or the page that does", refers_to=PAGES),
        Column(
            name="to",
            sort="id",
            description="the entry that is mentioned",
            is_required=True,
            refers_to=ENTRIES,
        ),
        Column(
            name="how",
            description="a field, a link in the prose, or a name in it that links itself",
            is_required=True,
            values=HOW,
        ),
        Column(name="field", description="where in the front matter", sample="affiliations/1/who"),
        Column(name="relation", description="what the two have to do", sample="took part"),
        Column(name="role", description="the part that is played, if any is told"),
        Column(name="sentence", description="the sentence of the prose, as plain text"),
    ),
    key=("number",),
)

CITATION_TABLE = Table(
    name=CITATIONS,
    title="Citations",
    description="The sources that the prose cites: where in them, and for which sentence.",
    columns=(
        Column(name="number", sort="whole", description="key of the row", is_required=True),
        Column(
            name="entry", sort="id", description="the entry that cites a source", refers_to=ENTRIES
        ),
        Column(name="page", sort="id", description="or the page that does", refers_to=PAGES),
        Column(
            name="source",
            sort="id",
            description="the source that is cited",
            is_required=True,
            refers_to=SOURCES,
        ),
        Column(name="locator", description="where in the source", sample="para. 3"),
        Column(name="sentence", description="the sentence before the citation, as plain text"),
    ),
    key=("number",),
)


def link_rows(mentions: Mentions) -> Iterator[Cells]:
    """Yield the rows of the table of links."""
    for number, link in enumerate(mentions.links, start=1):
        words = (link.field, link.relation, link.role, link.sentence)
        yield (
            number,
            *_whose(link.source),
            link.target,
            link.how,
            *(text or None for text in words),
        )


def citation_rows(mentions: Mentions) -> Iterator[Cells]:
    """Yield the rows of the table of citations."""
    for number, found in enumerate(mentions.citations, start=1):
        words = (found.locator or None, found.sentence or None)
        yield (number, *_whose(found.source), found.cited, *words)


def _whose(document: Document) -> tuple[str | None, str | None]:
    key = key_of(document)
    return (key, None) if isinstance(document, Entry) else (None, key)


def _links(site: Site, document: Document, excerpts: Mapping[Span, Excerpt]) -> Iterator[Mention]:
    text, own = site.prose[document.path].text, key_of(document)
    for link, target in site.targets[document.path].items():
        if target not in (NO_ENTRY, own) and target in site.entries:
            how: How = "link" if text.startswith("[[", link.span[0]) else "name"
            sentence = _sentence(excerpts.get(link.span))
            yield Mention(document, target, how, sentence=sentence)


def _citations(
    site: Site, document: Document, excerpts: Mapping[Span, Excerpt], published: Published
) -> Iterator[Quotation]:
    for citation in site.prose[document.path].citations:
        for item in citation.items:
            if item.source in published:
                sentence = _sentence(excerpts.get(citation.span))
                yield Quotation(document, item.source, item.locator, sentence)


def _sentence(excerpt: Excerpt | None) -> str:
    return f"{excerpt.before}{excerpt.mention}{excerpt.after}".strip() if excerpt else ""


def _field(location: Location) -> str:
    """Write a place in the front matter as a path; items are counted from 1."""
    return "/".join(str(step + 1) if isinstance(step, int) else step for step in location)
