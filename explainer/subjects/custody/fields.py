"""The fields that the subject adds to persons and events."""

from typing import Annotated

from pydantic import BaseModel, Field

from explainer.entries.claims import Claim, SourceId
from explainer.entries.fields import Model
from explainer.entries.values import (
    Count,
    Country,
    ListOf,
    OneOf,
    Reference,
    RefersTo,
    SingleDate,
    Text,
)
from explainer.words import msgid

HELD_HERE = msgid("held here")
ENDED = msgid("detention ended with this")
TRANSFERRED = msgid("transferred in this")
PlaceOfDetention = Annotated[Reference, RefersTo(("place",), HELD_HERE, msgid("Held here"))]
EndingEvent = Annotated[
    Reference, RefersTo(("event",), ENDED, msgid("Detentions that ended with it"))
]
TransferredPerson = Annotated[
    Reference, RefersTo(("person",), TRANSFERRED, msgid("Transferred in"))
]
LegalStatus = Annotated[
    str,
    OneOf(
        (
            msgid("detained"),
            msgid("charged"),
            msgid("convicted"),
            msgid("acquitted"),
            msgid("pardoned"),
            msgid("unknown"),
        )
    ),
]


class Detention(Model):
    """A time in which a country held a person."""

    held_by: Country = Field(
        title=msgid("Held by"), description="the country that holds the person", examples=["GB"]
    )
    from_: SingleDate = Field(
        alias="from",
        title=msgid("From"),
        description="when the detention began",
        examples=["2021-08-14"],
    )
    to: SingleDate | None = Field(
        None,
        title=msgid("To"),
        description="when it ended; absent while the person is held",
        examples=["2024-08-01"],
    )
    place: PlaceOfDetention | None = Field(
        None,
        title=msgid("Place"),
        description="where the person is or was held",
        examples=["old-prison"],
    )
    allegation: Text | None = Field(
        None,
        title=msgid("Allegation"),
        description="what the authorities say",
        examples=["that she photographed a harbour"],
    )
    legal_status: Claim[LegalStatus] | None = Field(
        None,
        title=msgid("Legal status"),
        description="how far the case has gone",
        examples=["convicted"],
    )
    sentence: Claim[Text] | None = Field(
        None,
        title=msgid("Sentence"),
        description="what a court decided",
        examples=["six years in prison"],
    )
    designation: Claim[Text] | None = Field(
        None,
        title=msgid("Designation"),
        description="what others call the detention",
        examples=["arbitrarily detained"],
    )
    ended_by: EndingEvent | None = Field(
        None,
        title=msgid("Ended by"),
        description="the event that ended it",
        examples=["airport-exchange"],
    )
    sources: ListOf[SourceId] = Field(
        (), description="what backs what is said of the detention", examples=[["herald-2024-08-01"]]
    )


class Transfer(Model):
    """One person who passed from one country's custody to another country."""

    who: TransferredPerson = Field(description="the person", examples=["jane-doe"])
    from_: Country = Field(
        alias="from", description="the country that held the person", examples=["GB"]
    )
    to: Country = Field(description="the country the person went to", examples=["NO"])
    note: Text | None = Field(
        None, description="what a reader should know about it", examples=["pardoned the day before"]
    )


class PersonFields(BaseModel):
    """What a person gets."""

    detentions: ListOf[Detention] = Field((), description="the times in which the person was held")


class EventFields(BaseModel):
    """What an event gets."""

    transfers: ListOf[Transfer] = Field((), description="who went from where to where")
    total: Claim[Count] | None = Field(
        None,
        title=msgid("People transferred, as sources count"),
        description="how many people were transferred, as the sources count",
        examples=[24],
    )


UNTITLED = (msgid("Detention"), msgid("Transfer"), msgid("Note"))
"""What lists of changes call fields that have no title, and items of lists."""
