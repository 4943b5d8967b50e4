"""The page on values: types, dates, claims, links and citations, each with how it is read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from explainer.dates import EdtfError, iso_day, parse
from explainer.entries.claims import Reading
from explainer.entries.definitions.types import FieldType
from explainer.entries.entry import DocPath
from explainer.entries.shapes import shapes_of
from explainer.entries.text import SourceFile
from explainer.publish.generator import check, pages_of
from explainer.settings import Settings
from explainer.subjects import Subject
from explainer.subjects.own import own_subject
from tools.reference.examples import CORE, sources_of
from tools.reference.fields import table_of
from tools.reference.markdown import code, prose, table
from tools.reference.takes import ALL, OTHER

REFUSED = {
    "text": "[a town hall, a bridge]",
    "date": "1 August 2024",
    "date or interval": "2024-08-03/2024-08-01",
    "count": "about 24",
    "number": "12,5",
    "true or false": "yes",
    "one of": "bilt",
    "reference": "Ada Lovelace",
    "country": "Norway",
    "language": "English",
    "address": "example.org/report",
    "https address": "http://example.org/",
    "coordinates": "[139.93, 32.86]",
    "summary": f"{'A town hall of 1890. ' * 20}",
    "file": "../jane-doe.jpg",
    "old address": "people/../j-doe/",
}
"""For each type a value that it does not take."""

DATES = (
    *("2024-08-01", "2024-08", "2024", "202X", "2021-XX", "2024-21", "2021~", "2021-08?", "2021%"),
    *("2024-08-01/2024-08-03", "2021-08/..", "../2024"),
)
NO_DATES = ("1 August 2024", "01.08.2024", "2024-02-30", "2024-13", "last year", "2024-08-01/2021")

LINKS = (
    *("[[jane-doe]]", "[[jane-doe|the engineer]]", "[[Jane Doe]]", "[[Doe]]"),
    *("[[old-town-hall#history]]", "Jane Doe", "[[!Doe]]", "`[[jane-doe]]`"),
    "[[https://example.org/]]",
)
CITATIONS = (
    "[@herald-2024-08-01]",
    "[@herald-2024-08-01, para. 3]",
    "[@herald-2024-08-01; @gazette-2024-08-02]",
)
_OWN_FIELDS = {
    "summary": "summary: {}",
    "file": "image: {{file: {}, alt: A, credit: B, licence: C}}",
    "old address": "redirect_from: [{}]",
}
"""For each type that only fields of the generator's own have, such a field."""

_NAMED = re.compile(r"^(?:an item of )?(?:field|summary|image\.file|redirect_from):? ")
_ANCHOR = re.compile(r'<a[^>]*? href="([^"]*)"[^>]*>(.*?)</a>')
_MARK = re.compile(r'<a href="#[^"]*"(?: title="([^"]*)")?[^>]*>(\d+)</a>')
_HISTORY = ("places/old-town-hall.md", "\n## History\n\nIt was built in 1890.\n")


@dataclass(frozen=True, slots=True)
class TypePart:
    """What is told of one type."""

    name: str
    many: str
    takes: str
    example: str
    refused: str
    why: str


def types() -> Iterator[TypePart]:
    """Yield every type that a field can have."""
    for found in ALL:
        refused = REFUSED[found.name]
        shown = refused if len(refused) < 60 else f"{refused[:40]}…"
        why = _refusal(found, refused)
        yield TypePart(
            found.name, found.many, found.takes, _examples(found), code(shown), prose(why)
        )


def _examples(found: FieldType) -> str:
    # Several are parted by a comma, but for what is a list by itself.
    parts = [found.example] if found in OTHER or "[" in found.example else None
    return ", ".join(map(code, parts or found.example.split(", ")))


def _refusal(found: FieldType, value: str) -> str:
    """Return what the check says of a value that a field of the type cannot have."""
    if found.name in _OWN_FIELDS:
        return _said("organisations", _OWN_FIELDS[found.name].format(value), ())
    options = {"values": ["built", "planned"], "to": ["person"]}
    field = {"type": found.name, **{need: options[need] for need in found.needs}}
    kinds = {"sample": {"folder": "samples", "fields": {"field": field}}}
    subject, faults = own_subject(kinds, (), ())
    assert subject, faults
    return _said("samples", f"field: {value}", (subject,))


def _said(folder: str, line: str, subjects: tuple[Subject, ...]) -> str:
    source = SourceFile(f"{folder}/sample.md", f"---\ntitle: A\n{line}\n---\n".encode)
    problems = check([source], Settings(), subjects).problems
    (found,) = [problem for problem in problems if problem.level == "error"]
    message = _NAMED.sub("", found.message)
    return f"{message}: {found.hint}" if found.hint else message


def other_types() -> tuple[str, ...]:
    """Return the names of the types that a site cannot give to fields of its own."""
    return tuple(found.name for found in OTHER)


def dates() -> str:
    """Return the table of dates: as they are written, as they are read, what they can mean."""
    return table(("written", "reads", "earliest day", "latest day"), map(_date, DATES))


def _date(text: str) -> tuple[str, ...]:
    date = parse(text)
    ends = ("" if day is None else iso_day(day) for day in (date.earliest, date.latest))
    return code(text), date.words(), *ends


def no_dates() -> str:
    """Return the table of what is no date, with what the check says."""
    return table(("written", "what `check` says"), map(_no_date, NO_DATES))


def _no_date(text: str) -> tuple[str, str]:
    try:
        parse(text)
    except EdtfError as error:
        return code(text), prose(f"{error.message}: {error.hint}" if error.hint else error.message)
    raise ValueError(text)


def readings() -> str:
    """Return the table of the fields of a claim in its long form."""
    return table_of(shapes_of(Reading))


def links() -> str:
    """Return the table of links in texts, and what becomes of each."""
    return table(("written", "becomes"), ((code(text), _link(text)) for text in LINKS))


def _link(text: str) -> str:
    html = _made_of(text)
    found = _ANCHOR.search(html)
    if found:
        return f"{found[2]}, a link to `/{found[1]}`"
    return f"{prose(html)}, and no link"


def citations() -> str:
    """Return the table of citations, and what becomes of each."""
    rows = ((code(text), _citation(text)) for text in CITATIONS)
    return table(("written", "becomes"), rows)


def _citation(text: str) -> str:
    marks = _MARK.findall(_made_of(text))
    said = (f"{number} ({place})" if place else number for place, number in marks)
    return f"the number {' and the number '.join(said)}"


def _made_of(text: str) -> str:
    """Return what becomes of a text on a page of the site of the examples."""
    entries = [source for source in sources_of(CORE) if source.path != _HISTORY[0]]
    (hall,) = [source for source in sources_of(CORE) if source.path == _HISTORY[0]]
    longer = hall.read() + _HISTORY[1].encode()
    sources = [
        *entries,
        SourceFile(_HISTORY[0], lambda: longer),
        SourceFile("index.md", f"{text}\n".encode),
    ]
    site = check(sources, Settings(), ()).site
    return pages_of(site, ())[DocPath("index.md")].markdown.strip()
