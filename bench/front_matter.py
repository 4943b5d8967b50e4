"""Front matter of synthetic entries: the fields of our format as plain data, and as YAML."""

import json
import re
from collections.abc import Callable

from bench.content import Claim, Detention, Entry

Value = str | list["Value"] | dict[str, "Value"]
Fields = dict[str, Value]

_BARE = re.compile(r"[A-Za-z0-9][\w .-]*\Z")


def fields_of(entry: Entry, refer: Callable[[str], str] = str) -> Fields:
    """Return the fields of an entry by their names, in the order in which they are written.

    `refer` says what stands for an id: the id itself in our format.
    """
    fields: Fields = {"title": entry.title, "summary": entry.summary}
    if entry.aliases:
        fields["aliases"] = list(entry.aliases)
    for name, claims in entry.claims.items():
        readings: list[Value] = [_reading(name, claim, refer) for claim in claims]
        fields[name] = readings[0] if len(readings) == 1 else readings
    fields.update(_ties(entry, refer))
    if entry.detentions:
        fields["detentions"] = [_detention(detention, refer) for detention in entry.detentions]
    fields.update(entry.plain)
    if "coordinates" in fields:
        fields["coordinates"] = [*entry.plain["coordinates"].split(", ")]
    return fields


def _reading(name: str, claim: Claim, refer: Callable[[str], str]) -> Fields:
    value: Value = [claim.value] if name == "nationality" else claim.value
    dated: Fields = {"as_of": claim.as_of} if claim.as_of else {}
    return {"value": value, "sources": [*map(refer, claim.sources)], **dated}


def _ties(entry: Entry, refer: Callable[[str], str]) -> Fields:
    fields: Fields = {}
    for tie in entry.ties:
        if tie.field == "place":
            fields["place"] = refer(tie.target)
            continue
        named: Value = refer(tie.target)
        if tie.field != "see_also":
            named = {"who": refer(tie.target), "role": tie.role}
        several = fields.setdefault(tie.field, [])
        assert isinstance(several, list)
        several.append(named)
    return fields


def _detention(detention: Detention, refer: Callable[[str], str]) -> Fields:
    return {
        "held_by": detention.held_by,
        "from": detention.start,
        "to": detention.end,
        "place": refer(detention.place),
        "allegation": detention.allegation,
        "legal_status": _reading("legal_status", detention.status, refer),
        "sources": [refer(detention.source)],
    }


def written(fields: Fields, *, quoted: bool = False) -> str:
    """Write fields as a YAML block between its lines of dashes.

    Our format takes every value as text; for others, `quoted` marks as text what YAML takes for
    a number or for no, dates excepted.
    """
    lines = [f"{name}: {_flow(value, quoted)}" for name, value in fields.items()]
    return "\n".join(["---", *lines, "---", ""])


def _flow(value: Value, quoted: bool) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_flow(v, quoted)}" for name, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(item, quoted) for item in value) + "]"
    if _BARE.match(value) and not quoted:
        return value
    return json.dumps(value, ensure_ascii=False)
