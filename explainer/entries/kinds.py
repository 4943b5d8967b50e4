"""The six kinds of entries: one line of the table for each."""

from dataclasses import KW_ONLY, dataclass
from typing import Literal

from explainer.entries.fields import Fields
from explainer.entries.models import Event, Organisation, Person, Place, Source, Term
from explainer.words import msgid

Symbol = Literal["circle", "diamond", "square", "triangle", "hexagon", "wedge", "pentagon"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry: its name, its folder, the words for its index, and its model.

    All words are the English ones, which catalogues translate.
    `date` is the field that says when such an entry was, if it was at a time. `line` are the
    fields that stand below its name in previews, `labelled` those that stand there with their
    labels. `apart` are the fields whose items have sections of their own on its page.
    `in_network` says whether it is joined with others there, under its `symbol`; `has_timeline`
    whether its page has a timeline of what concerns it. `schema_type` is its class at schema.org,
    and `schema_properties` are fields with the property that says the same there.
    """

    name: str
    folder: str
    plural: str
    about: str
    model: type[Fields]
    _: KW_ONLY
    date: str = ""
    order: Literal["a-to-z", "latest"] = "a-to-z"
    line: tuple[str, ...] = ()
    labelled: tuple[str, ...] = ()
    apart: frozenset[str] = frozenset()
    in_network: bool = False
    symbol: Symbol = "circle"
    has_timeline: bool = False
    schema_type: str = "Thing"
    schema_properties: tuple[tuple[str, str], ...] = ()


KINDS = (
    Kind(
        msgid("person"),
        "people",
        msgid("People"),
        msgid("The people in this story, from A to Z."),
        Person,
        labelled=("born", "died"),
        in_network=True,
        has_timeline=True,
        schema_type="Person",
    ),
    Kind(
        msgid("event"),
        "events",
        msgid("Events"),
        msgid("What happened, the latest first."),
        Event,
        date="date",
        order="latest",
        line=("date", "place"),
        in_network=True,
        symbol="diamond",
        schema_type="Event",
    ),
    Kind(
        msgid("term"),
        "glossary",
        msgid("Glossary"),
        msgid("The words of this story, explained."),
        Term,
        schema_type="DefinedTerm",
    ),
    Kind(
        msgid("organisation"),
        "organisations",
        msgid("Organisations"),
        msgid("Ministries, services, newspapers and groups, from A to Z."),
        Organisation,
        line=("type",),
        labelled=("country",),
        in_network=True,
        symbol="square",
        has_timeline=True,
        schema_type="Organization",
    ),
    Kind(
        msgid("place"),
        "places",
        msgid("Places"),
        msgid("Where it happened, from A to Z."),
        Place,
        has_timeline=True,
        schema_type="Place",
    ),
    Kind(
        msgid("source"),
        "sources",
        msgid("Sources"),
        msgid("What this site rests on, by publisher."),
        Source,
        line=("publisher", "date"),
        schema_type="CreativeWork",
    ),
)
