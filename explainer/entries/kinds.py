"""The six kinds of entries: one model and one line of the table for each."""

from dataclasses import KW_ONLY, dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from explainer.entries import written
from explainer.entries.claims import Claim, SourceId
from explainer.entries.scalars import refuse, scalar
from explainer.entries.values import (
    AnyDate,
    Coordinates,
    Country,
    Flag,
    Language,
    ListOf,
    OldPath,
    OneOf,
    OneOfSetting,
    Reference,
    RefersTo,
    SecureAddress,
    SingleDate,
    SitePath,
    Text,
    WebAddress,
)
from explainer.words import msgid

SUMMARY_LENGTH = 300
MEDIA = (
    msgid("article"),
    msgid("document"),
    msgid("dataset"),
    msgid("broadcast"),
    msgid("book"),
    msgid("other"),
)


def _summary(value: object) -> str:
    text = scalar(value)
    if len(text) > SUMMARY_LENGTH:
        raise refuse(
            f"has {len(text)} characters, and may have {SUMMARY_LENGTH}",
            "say the one thing that matters; the rest belongs in the text below",
        )
    return text


def _by_language(value: object) -> object:
    if isinstance(value, dict):
        return value
    named = value.strip() if isinstance(value, str) else ""
    hint = f"write {{ru: {named or '...'}}}, with the language of the name"
    raise refuse("must have a language for each name", hint)


Summary = Annotated[
    str,
    BeforeValidator(_summary),
    WithJsonSchema({**written.TEXT, "maxLength": SUMMARY_LENGTH}),
]
Names = Annotated[dict[Language, Text], BeforeValidator(_by_language)]
OrganisationId = Annotated[
    Reference, RefersTo(("organisation",), msgid("affiliated"), msgid("Affiliated with it"))
]
ParticipantId = Annotated[
    Reference, RefersTo(("person", "organisation"), msgid("took part"), msgid("Took part in"))
]
PlaceOfEvent = Annotated[
    Reference, RefersTo(("place",), msgid("happened here"), msgid("Happened here"))
]
PartOfEvent = Annotated[
    Reference,
    RefersTo(("event",), msgid("part of this"), msgid("Parts of it"), msgid("this is part of it")),
]
PartOfPlace = Annotated[
    Reference, RefersTo(("place",), msgid("lies within this"), msgid("Places within it"))
]
SEE_ALSO = msgid("see also")
SeeAlso = Annotated[Reference, RefersTo((), SEE_ALSO)]
Category = Annotated[str, OneOfSetting("event_categories")]
Medium = Annotated[str, OneOf(MEDIA)]


class Model(BaseModel):
    """What all models of the front matter share: unknown fields are refused, values are final."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Image(Model):
    """A picture, with what a reader and the law need to know about it."""

    file: SitePath = Field(description="the picture's path in the content folder")
    alt: Text = Field(description="what the picture shows, for those who do not see it")
    credit: Text = Field(description="who made it")
    licence: Text = Field(description="on what terms it is used")


class Correction(Model):
    """Something that was wrong here, and when it was put right."""

    date: SingleDate = Field(description="when it was corrected")
    text: Text = Field(description="what was wrong and what is right")


class Fields(Model):
    """The fields of every kind."""

    title: Text = Field(title=msgid("Title"), description="the name the page carries")
    summary: Summary | None = Field(
        None, title=msgid("Summary"), description="shown in previews, lists, feeds and cards"
    )
    aliases: ListOf[Text] = Field((), title=msgid("Also known as"), description="other names")
    names: Names = Field(
        default_factory=dict,
        title=msgid("Name in its own script"),
        description="language tag to name",
    )
    sources: ListOf[SourceId] = Field((), description="what backs the entry as a whole")
    see_also: ListOf[SeeAlso] = Field(
        (), title=msgid("See also"), description="ids of related entries"
    )
    tags: ListOf[Text] = Field(
        (), title=msgid("Tags"), description="free words to group entries by"
    )
    image: Image | None = Field(None, description="a picture")
    redirect_from: ListOf[OldPath] = Field((), description="old paths that lead here")
    reviewed: SingleDate | None = Field(
        None, title=msgid("Reviewed"), description="when somebody last checked the entry"
    )
    corrections: ListOf[Correction] = Field((), description="what was corrected, and when")
    draft: Flag = Field(False, description="left out of a published build")


class Affiliation(Model):
    """What a person is or was to an organisation."""

    who: OrganisationId = Field(description="the organisation")
    role: Text | None = Field(None, description="what the person does there")
    from_: SingleDate | None = Field(None, alias="from", description="since when")
    to: SingleDate | None = Field(None, description="until when")


class Person(Fields):
    """One human being."""

    summary: Summary = Field(title=msgid("Summary"), description="who this is, in a sentence")
    born: Claim[SingleDate] | None = Field(
        None, title=msgid("Born"), description="when the person was born"
    )
    died: Claim[SingleDate] | None = Field(
        None, title=msgid("Died"), description="when the person died"
    )
    nationality: Claim[ListOf[Country]] | None = Field(
        None, title=msgid("Nationality"), description="the countries whose national the person is"
    )
    occupation: Claim[Text] | None = Field(
        None, title=msgid("Occupation"), description="what the person does or did"
    )
    affiliations: ListOf[Affiliation] = Field(
        (), title=msgid("Affiliations"), description="what the person is or was to organisations"
    )


class Participant(Model):
    """Who had a part in an event."""

    who: ParticipantId = Field(description="the person or organisation")
    role: Text | None = Field(None, description="which part")


class Event(Fields):
    """Something that happened, with a date."""

    summary: Summary = Field(title=msgid("Summary"), description="what happened, in a sentence")
    date: AnyDate = Field(title=msgid("Date"), description="the day, month, year or span")
    place: PlaceOfEvent | None = Field(None, title=msgid("Place"), description="where it happened")
    category: Category = Field(title=msgid("Category"), description="what sort of event it is")
    participants: ListOf[Participant] = Field(
        (), title=msgid("Who took part"), description="who had a part in it, and which"
    )
    part_of: PartOfEvent | None = Field(
        None, title=msgid("Part of"), description="the event that it belongs to"
    )


class Term(Fields):
    """A word the reader may not know."""

    summary: Summary = Field(title=msgid("Meaning"), description="what the word means")
    autolink: Flag = Field(True, description="whether first mentions link themselves")


class Organisation(Fields):
    """A ministry, a service, a newspaper, a group."""

    country: Claim[Country] | None = Field(
        None, title=msgid("Country"), description="the country it belongs to"
    )
    type: Text | None = Field(
        None, title=msgid("Type"), description="what sort of organisation it is"
    )
    website: SecureAddress | None = Field(
        None, title=msgid("Website"), description="its own address, with https"
    )


class Place(Fields):
    """A country, a city, a building."""

    country: Country = Field(title=msgid("Country"), description="the country it lies in")
    coordinates: Coordinates | None = Field(
        None, title=msgid("Coordinates"), description="where it lies, latitude first"
    )
    part_of: PartOfPlace | None = Field(
        None, title=msgid("Part of"), description="the place that it lies within"
    )


class Source(Fields):
    """An article, document or data set that backs what the site says."""

    publisher: Text = Field(title=msgid("Publisher"), description="who published it")
    date: AnyDate | None = Field(
        None, title=msgid("Published"), description="when it was published"
    )
    authors: ListOf[Text] = Field((), title=msgid("Authors"), description="who wrote it")
    url: WebAddress | None = Field(
        None, title=msgid("Address"), description="where it was published"
    )
    archived: WebAddress | None = Field(
        None, title=msgid("Archived copy"), description="where a copy is kept"
    )
    accessed: SingleDate | None = Field(
        None, title=msgid("Accessed"), description="when somebody read it for this site"
    )
    language: Language | None = Field(
        None, title=msgid("Language"), description="the language it is in"
    )
    medium: Medium | None = Field(
        None, title=msgid("Medium"), description="what sort of source it is"
    )


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
