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
