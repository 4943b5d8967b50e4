"""The facts of an entry as rows of a table: what, which values, and which sources back each."""

from collections.abc import Iterator
from dataclasses import dataclass

from bench.content import Claim, Entry


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a fact: words around a link to an entry, and what backs them."""

    words: str
    target: str = ""
    after: str = ""
    sources: tuple[str, ...] = ()


_WITH_ROLE = ("participants", "affiliations")
Row = tuple[str, tuple[Value, ...]]


def facts(entry: Entry) -> Iterator[Row]:
    """Yield the facts of an entry, as its page shows them."""
    if entry.aliases:
        yield "Also known as", (Value(", ".join(entry.aliases)),)
    for name, claims in entry.claims.items():
        yield name.capitalize(), tuple(_claimed(claim) for claim in claims)
    for field in dict.fromkeys(tie.field for tie in entry.ties):
        label = field.replace("_", " ").capitalize()
        ties = [tie for tie in entry.ties if tie.field == field]
        said = [f" ({tie.role})" if field in _WITH_ROLE else "" for tie in ties]
        yield label, tuple(Value("", tie.target, s) for tie, s in zip(ties, said, strict=True))
    for held in entry.detentions:
        start, end, by = held.start, held.end, held.held_by
        where = Value(f"{start} to {end}, by {by}, in ", held.place, sources=(held.source,))
        yield "Held", (where, Value(held.allegation), _claimed(held.status))
    for name, value in entry.plain.items():
        yield name.capitalize(), (Value(value),)


def _claimed(claim: Claim) -> Value:
    return Value(
        claim.value, after=f" (as of {claim.as_of})" if claim.as_of else "", sources=claim.sources
    )
