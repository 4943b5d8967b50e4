"""What every entry has: the fields of all kinds, and the model that all models are."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from explainer.entries import written
from explainer.entries.claims import SourceId
from explainer.entries.scalars import refuse, scalar
from explainer.entries.values import (
    Flag,
    Language,
    ListOf,
    OldPath,
    Reference,
    RefersTo,
    SingleDate,
    SitePath,
    Text,
)
from explainer.words import msgid

SUMMARY_LENGTH = 300


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
SEE_ALSO = msgid("see also")
SeeAlso = Annotated[Reference, RefersTo((), SEE_ALSO)]


class Model(BaseModel):
    """What all models of the front matter share: unknown fields are refused, values are final."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Image(Model):
    """A picture, with what a reader and the law need to know about it."""

    file: SitePath = Field(
        description="the picture's path in the content folder", examples=["images/jane-doe.jpg"]
    )
    alt: Text = Field(
        description="what the picture shows, for those who do not see it",
        examples=["A woman signs a paper at a long table"],
    )
    credit: Text = Field(description="who made it", examples=["Mary Major"])
    licence: Text = Field(description="on what terms it is used", examples=["CC BY 4.0"])


class Correction(Model):
    """Something that was wrong here, and when it was put right."""

    date: SingleDate = Field(description="when it was corrected", examples=["2026-02-11"])
    text: Text = Field(
        description="what was wrong and what is right",
        examples=["The year of birth was given as 1960; it is 1961."],
    )


class Fields(Model):
    """The fields of every kind."""

    title: Text = Field(
        title=msgid("Title"),
        description="the name the page carries",
        examples=["Jane Doe", "Harbour Agreement"],
    )
    summary: Summary | None = Field(
        None,
        title=msgid("Summary"),
        description="shown in previews, lists, feeds and cards",
        examples=["The oldest building of the town, where its council meets."],
    )
    aliases: ListOf[Text] = Field(
        (),
        title=msgid("Also known as"),
        description="other names, which links and the search find",
        examples=[["Doe", "J. Doe"]],
    )
    names: Names = Field(
        default_factory=dict,
        title=msgid("Name in its own script"),
        description="the name in other languages and scripts, each by its language tag",
        examples=[{"ru": "Джейн Доу"}],
    )
    sources: ListOf[SourceId] = Field(
        (), description="what backs the entry as a whole", examples=[["herald-2024-08-01"]]
    )
    see_also: ListOf[SeeAlso] = Field(
        (),
        title=msgid("See also"),
        description="ids of related entries",
        examples=[["harbour-agreement"]],
    )
    tags: ListOf[Text] = Field(
        (),
        title=msgid("Tags"),
        description="free words to group entries by",
        examples=[["negotiators"]],
    )
    image: Image | None = Field(None, description="a picture, with what it shows and whose it is")
    redirect_from: ListOf[OldPath] = Field(
        (),
        description="earlier addresses on this site, which lead on to it",
        examples=[["people/j-doe/"]],
    )
    reviewed: SingleDate | None = Field(
        None,
        title=msgid("Reviewed"),
        description="when somebody last checked the entry",
        examples=["2026-02-11"],
    )
    corrections: ListOf[Correction] = Field((), description="what was corrected, and when")
    draft: Flag = Field(
        False, description="whether only serve and previews show it, with a banner", examples=[True]
    )
