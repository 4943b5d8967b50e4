"""The fields that the subject adds to events."""

from typing import Annotated

from pydantic import BaseModel, Field

from explainer.entries.claims import Claim, SourceId
from explainer.entries.fields import Model
from explainer.entries.values import Count, ListOf, OneOf, Reference, RefersTo, Text
from explainer.words import msgid

DECIDED = msgid("decided in this")
SET_ASIDE = msgid("sets this aside")
IN_FAVOUR = (msgid("adopted"), msgid("granted"))
AGAINST = (msgid("rejected"), msgid("dismissed"))
Outcome = Annotated[str, OneOf((*IN_FAVOUR, *AGAINST))]
DecidingBody = Annotated[Reference, RefersTo(("organisation",), DECIDED, msgid("Decided"))]
EarlierEvent = Annotated[
    Reference, RefersTo(("event",), SET_ASIDE, msgid("Set aside by"), msgid("this sets it aside"))
]


class Decision(Model):
    """What a parliament, a court or another body decided on one question."""

    by: DecidingBody = Field(
        title=msgid("Decided by"),
        description="the parliament, court or other body",
        examples=["town-council"],
    )
    question: Text = Field(
        title=msgid("Question"),
        description="what was to be decided",
        examples=["Shall the bridge have a toll?"],
    )
    outcome: Claim[Outcome] = Field(
        title=msgid("Outcome"), description="what was decided", examples=["adopted"]
    )
    for_: Claim[Count] | None = Field(
        None, alias="for", title=msgid("For"), description="how many voted for it", examples=[7]
    )
    against: Claim[Count] | None = Field(
        None, title=msgid("Against"), description="how many voted against it", examples=[4]
    )
    abstained: Claim[Count] | None = Field(
        None, title=msgid("Abstained"), description="how many abstained", examples=[1]
    )
    absent: Claim[Count] | None = Field(
        None, title=msgid("Absent"), description="how many did not vote", examples=[1]
    )
    seats: Claim[Count] | None = Field(
        None, title=msgid("Seats"), description="how many could have voted", examples=[13]
    )
    needed: Claim[Count] | None = Field(
        None, title=msgid("Needed"), description="how many votes for it were needed", examples=[7]
    )
    sets_aside: EarlierEvent | None = Field(
        None,
        title=msgid("Sets aside"),
        description="the event with the decision that no longer holds",
        examples=["first-toll-vote"],
    )
    sources: ListOf[SourceId] = Field(
        (), description="what backs what is said of the decision", examples=[["minutes-2024"]]
    )


class EventFields(BaseModel):
    """What an event gets."""

    decisions: ListOf[Decision] = Field((), description="what was decided, and by how many")
