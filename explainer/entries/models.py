"""The models of the six kinds: which fields an entry of each kind has beside those of all."""

from typing import Annotated

from pydantic import Field

from explainer.entries.claims import Claim
from explainer.entries.fields import Fields, Model, Summary
from explainer.entries.values import (
    AnyDate,
    Coordinates,
    Country,
    Flag,
    Language,
    ListOf,
    OneOf,
    OneOfSetting,
    Reference,
    RefersTo,
    SecureAddress,
    SingleDate,
    Text,
    WebAddress,
)
from explainer.words import msgid

MEDIA = (
    msgid("article"),
    msgid("document"),
    msgid("dataset"),
    msgid("broadcast"),
    msgid("book"),
    msgid("other"),
)
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
Category = Annotated[str, OneOfSetting("event_categories")]
Medium = Annotated[str, OneOf(MEDIA)]


class Affiliation(Model):
    """What a person is or was to an organisation."""

    who: OrganisationId = Field(description="the organisation", examples=["harbour-authority"])
    role: Text | None = Field(None, description="what the person does there", examples=["director"])
    from_: SingleDate | None = Field(
        None, alias="from", description="since when the person was that", examples=["2015-03"]
    )
    to: SingleDate | None = Field(None, description="until when", examples=["2021"])


class Person(Fields):
    """One human being."""

    summary: Summary = Field(
        title=msgid("Summary"),
        description="who this is, in a sentence",
        examples=["An engineer who negotiated the Harbour Agreement."],
    )
    born: Claim[SingleDate] | None = Field(
        None,
        title=msgid("Born"),
        description="when the person was born",
        examples=["1961-04-12", "1961~"],
    )
    died: Claim[SingleDate] | None = Field(
        None, title=msgid("Died"), description="when the person died", examples=["2025-11"]
    )
    nationality: Claim[ListOf[Country]] | None = Field(
        None,
        title=msgid("Nationality"),
        description="the countries whose national the person is",
        examples=[["NO"]],
    )
    occupation: Claim[Text] | None = Field(
        None,
        title=msgid("Occupation"),
        description="what the person does or did",
        examples=["engineer"],
    )
    affiliations: ListOf[Affiliation] = Field(
        (), title=msgid("Affiliations"), description="what the person is or was to organisations"
    )


class Participant(Model):
    """Who had a part in an event."""

    who: ParticipantId = Field(description="the person or organisation", examples=["jane-doe"])
    role: Text | None = Field(None, description="which part it was", examples=["negotiator"])


class Event(Fields):
    """Something that happened, with a date."""

    summary: Summary = Field(
        title=msgid("Summary"),
        description="what happened, in a sentence",
        examples=["Two towns agreed to build a harbour together."],
    )
    date: AnyDate = Field(
        title=msgid("Date"),
        description="the day, month, year or span",
        examples=["2024-08-01", "2024-08-01/2024-08-03"],
    )
    place: PlaceOfEvent | None = Field(
        None, title=msgid("Place"), description="where it happened", examples=["old-town-hall"]
    )
    category: Category = Field(
        title=msgid("Category"), description="what sort of event it is", examples=["talks"]
    )
    participants: ListOf[Participant] = Field(
        (), title=msgid("Who took part"), description="who had a part in it, and which one"
    )
    part_of: PartOfEvent | None = Field(
        None,
        title=msgid("Part of"),
        description="the event that it belongs to",
        examples=["harbour-talks"],
    )


class Term(Fields):
    """A word the reader may not know."""

    summary: Summary = Field(
        title=msgid("Meaning"),
        description="what the word means",
        examples=["The act by which a council makes an agreement binding."],
    )
    autolink: Flag = Field(
        True,
        description="whether its first mention on a page links itself; true if not given",
        examples=[False],
    )


class Organisation(Fields):
    """A ministry, a service, a newspaper, a group."""

    country: Claim[Country] | None = Field(
        None, title=msgid("Country"), description="the country it belongs to", examples=["NO"]
    )
    type: Text | None = Field(
        None,
        title=msgid("Type"),
        description="what sort of organisation it is",
        examples=["public authority"],
    )
    website: SecureAddress | None = Field(
        None,
        title=msgid("Website"),
        description="its own address, with https",
        examples=["https://harbour.example.org/"],
    )


class Place(Fields):
    """A country, a city, a building."""

    country: Country = Field(
        title=msgid("Country"), description="the country it lies in", examples=["NO"]
    )
    coordinates: Coordinates | None = Field(
        None,
        title=msgid("Coordinates"),
        description="where it lies, latitude first",
        examples=[[59.91, 10.73]],
    )
    part_of: PartOfPlace | None = Field(
        None,
        title=msgid("Part of"),
        description="the place that it lies within",
        examples=["exampletown"],
    )


class Source(Fields):
    """An article, document or data set that backs what the site says."""

    publisher: Text = Field(
        title=msgid("Publisher"), description="who published it", examples=["The Herald"]
    )
    date: AnyDate | None = Field(
        None, title=msgid("Published"), description="when it was published", examples=["2024-08-01"]
    )
    authors: ListOf[Text] = Field(
        (), title=msgid("Authors"), description="who wrote it", examples=[["Mary Major"]]
    )
    url: WebAddress | None = Field(
        None,
        title=msgid("Address"),
        description="where it was published",
        examples=["https://herald.example.org/harbour"],
    )
    archived: WebAddress | None = Field(
        None,
        title=msgid("Archived copy"),
        description="where a copy is kept",
        examples=["https://archive.example.org/2024/herald-harbour"],
    )
    accessed: SingleDate | None = Field(
        None,
        title=msgid("Accessed"),
        description="when somebody read it for this site",
        examples=["2024-08-02"],
    )
    language: Language | None = Field(
        None, title=msgid("Language"), description="the language it is in", examples=["en"]
    )
    medium: Medium | None = Field(
        None, title=msgid("Medium"), description="what sort of source it is", examples=["article"]
    )
