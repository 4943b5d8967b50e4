"""Ids: what an entry is called in addresses, links and the fields of other entries."""

import re

from slugify import slugify

from explainer.entries.scalars import refuse, scalar
from explainer.problems import quoted

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST = 300  # characters, which no file's name can have
_AROUND = re.compile(r"^\[\[|\]\]$|^@|\.md$")


def identifier(value: object) -> str:
    """Return an id as it is written in front matter; whether an entry has it is known later."""
    text = scalar(value)
    if ID.fullmatch(text):
        return text
    meant = likely_id(text)
    hint = "an id is the name of the entry's file without .md, such as ada-lovelace"
    if meant:
        hint = f"did you mean {meant}? {hint}"
    raise refuse(f"{quoted(text)} is no id", hint)


def likely_id(text: str) -> str:
    """Make an id of a title, a path or a file's name; empty where there is no letter to use."""
    name = text[:_LONGEST].strip().rstrip("/").rpartition("/")[2]
    return slugify(_AROUND.sub("", name))
