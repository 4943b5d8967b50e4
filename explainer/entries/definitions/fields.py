"""One field of a definition: what follows from its options, and which do not go together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explainer.entries.definitions.options import Fault, FieldOptions
from explainer.entries.definitions.types import CHOICES, ITEMS, NEEDED, Chosen
from explainer.entries.marks import Location
from explainer.entries.near import did_you_mean
from explainer.problems import listed, quoted

_OF_REFERENCES = ("inverse", "listed_as", "relation")
_OF_ENTRIES = ("timeline", "until", "preview", "sensitive", "schema_property")
"""Options that a field of an item cannot have."""

SOURCES_ALONE = ("source",)


@dataclass(frozen=True, slots=True)
class FieldDefinition:
    """A field of the site's own; `fields` are those of its items.

    `item` is what the item is called that it is a field of, if it is one of an item.
    """

    name: str
    options: FieldOptions
    fields: tuple["FieldDefinition", ...] = ()
    item: str = ""

    @property
    def chosen(self) -> Chosen:
        """Its type."""
        return CHOICES[self.options.type]

    @property
    def title(self) -> str:
        """Its label: as the site says, or its name."""
        return self.options.title or self.name.replace("_", " ").capitalize()

    @property
    def called(self) -> str:
        """Its label within a sentence; whom an item names is in it what the item is."""
        is_unnamed = self.name == "who" and not self.options.title
        title = self.item if is_unnamed and self.item else self.title
        return f"{title[:1].lower()}{title[1:]}"

    def relation(self, own: str) -> str:
        """Return what an entry of a kind that has it has to do with the one that it names."""
        if self.options.relation:
            return self.options.relation
        return f"{self.called}: this" if own in self.options.to else self.called

    def inverse(self, own: str) -> str:
        """Return what the one that it names has to do with an entry of a kind that has it.

        A relation is said of the entry alone ("was built by this"), and nobody can turn it round;
        the label of the field is said of the one that is named, as among the facts of the entry.
        """
        is_of_one_end = bool(self.options.relation) or own in self.options.to
        return self.options.inverse or (self.called if is_of_one_end else "")

    @property
    def cites(self) -> bool:
        """Say whether it names sources alone, which is citing them."""
        return tuple(self.options.to) == SOURCES_ALONE


def faults_of(
    field: FieldDefinition,
    at: Location,
    among: Sequence[FieldDefinition] | None,
    *,
    in_items: bool,
) -> Iterator[Fault]:
    """Report options that a field lacks, has too many of, or that contradict each other.

    It is one `among` others, where those are known.
    """
    chosen, given = field.chosen, field.options.model_fields_set
    for option in chosen.needs:
        if option not in given or (option != "fields" and not getattr(field.options, option)):
            hint = f"add {_example(option)}"
            yield Fault(at, f"a field of the type {quoted(chosen.name)} needs `{option}`", hint)
    for option in sorted(given & (NEEDED - set(chosen.needs))):
        yield Fault((*at, option), *_foreign(option, chosen))
    if not chosen.is_reference or field.cites:
        for option in sorted(given.intersection(_OF_REFERENCES)):
            why = "naming a source is citing it" if field.cites else "only a reference has it"
            yield Fault((*at, option), "does not belong here", f"{why}; delete it")
    if chosen.name == ITEMS:
        yield from _faults_of_items(field, at, in_items=in_items)
    elif "item" in given:
        yield Fault((*at, "item"), "does not belong here", f"only a {ITEMS} has it; delete it")
    if field.options.sourced and not field.options.claim:
        hint = "add `claim: true`, or delete `sourced`"
        yield Fault((*at, "sourced"), "only a claim has sources", hint)
    if in_items:
        yield from _faults_in_items(field, at)
    else:
        yield from _faults_of_time(field, at, among)
    values = field.options.values
    for value in dict.fromkeys(value for value in values if values.count(value) > 1):
        yield Fault((*at, "values"), f"{quoted(value)} stands there twice", "keep one of the two")


def _example(option: str) -> str:
    examples = {
        "values": "`values: [open, closed]`",
        "to": "`to: [person]`",
        "fields": "`fields: {who: {type: text}}`",
    }
    return examples[option]


def _foreign(option: str, chosen: Chosen) -> tuple[str, str]:
    owners = [f"`{choice.name}`" for choice in CHOICES.values() if option in choice.needs]
    hint = f"it is an option of {listed(owners)}; delete it, or change the type"
    return f"a field of the type {quoted(chosen.name)} does not have it", hint


def _faults_of_items(field: FieldDefinition, at: Location, *, in_items: bool) -> Iterator[Fault]:
    given = field.options.model_fields_set
    if in_items:
        yield Fault((*at, "type"), "items cannot have items", "make it a list of text, say")
    if field.options.claim:
        hint = "write `claim: true` at those of its fields that are claims"
        yield Fault((*at, "claim"), "a list of items is no claim", hint)
    for option in sorted(given & {"preview", "schema_property"}):
        yield Fault((*at, option), "a list of items does not have it", "delete it")
    if isinstance(field.options.fields, dict) and not field.options.fields:
        yield Fault((*at, "fields"), "items need at least one field", f"add {_example('fields')}")


def _faults_in_items(field: FieldDefinition, at: Location) -> Iterator[Fault]:
    for option in sorted(field.options.model_fields_set.intersection(_OF_ENTRIES)):
        yield Fault((*at, option), "a field of an item does not have it", "delete it")
    if field.name == "role" and (field.chosen.name != "text" or field.options.claim):
        message = "the role in an item is text, because it stands beside whom the item names"
        yield Fault((*at, "type"), message, "write `type: text`, or choose another name")


def _faults_of_time(
    field: FieldDefinition, at: Location, among: Sequence[FieldDefinition] | None
) -> Iterator[Fault]:
    options = field.options
    if options.timeline and not field.chosen.is_date:
        hint = f"a field on the timeline has the type {_dates()}"
        yield Fault((*at, "timeline"), f"a {field.chosen.name} has no place in time", hint)
    if options.until is None:
        return
    if not options.timeline:
        hint = "add `timeline: true`, or delete `until`"
        yield Fault((*at, "until"), "only a date on the timeline has an end", hint)
        return
    if options.type == "date or interval":
        hint = "write `type: date`, or delete `until`"
        yield Fault((*at, "until"), "an interval has an end of its own", hint)
    dates = [other.name for other in among or () if other.options.type == "date"]
    others = [name for name in dates if name != field.name]
    if among is not None and options.until not in others:
        near = did_you_mean(options.until, others)
        hint = f"did you mean {near}?" if near else "name the field with the date of the end"
        yield Fault((*at, "until"), f"there is no date {quoted(options.until)} beside it", hint)


def _dates() -> str:
    return listed([f"`{name}`" for name, choice in CHOICES.items() if choice.is_date])
