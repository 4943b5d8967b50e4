"""The pieces of a date's words, each with what the `datetime` of HTML's time element takes."""

from collections.abc import Callable
from functools import lru_cache, partial
from string import Formatter
from typing import TYPE_CHECKING, NamedTuple

from explainer.dates.language import Case
from explainer.dates.readings import readings

if TYPE_CHECKING:
    from explainer.dates.edtf import Edtf


class TimePart(NamedTuple):
    """Words to show, and the `datetime` of the `<time>` around them, None for no such element."""

    text: str
    datetime: str | None = None


Parts = tuple[TimePart, ...]
Slot = Parts | str | Callable[[], Parts | str]


def html_value(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """Return a valid year, month or date string of the HTML standard; None before the year 1."""
    if year < 1:
        return None
    return "-".join(
        [f"{year:04d}", *(f"{number:02d}" for number in (month, day) if number is not None)]
    )


def datetime_of(date: "Edtf") -> str | None:
    """Return the HTML value of the day, month or year that holds the date, leaving out doubt."""
    depth = {"year": 1, "month": 2, "day": 3}.get(date.precision, 0)
    if not depth:
        return None
    return html_value(*(numbers[0] for numbers in readings(date.components)[:depth]))


def in_cases(name: str, say: Callable[[Case], Parts | str]) -> dict[str, Slot]:
    """Return the slots in which a template may have something in one case or another."""
    return {
        name: partial(say, ""),
        f"{name}_of": partial(say, "of"),
        f"{name}_to": partial(say, "to"),
    }


def fill(template: str, **slots: Slot) -> Parts:
    """Put pieces into the `{slots}` of a template; neighbours without a `datetime` are joined.

    A slot may be a function, which is called where the template has it.
    """
    joined: list[TimePart] = []
    for literal, slot in _pieces(template):
        value = slots[slot] if slot else ()
        value = value() if callable(value) else value
        pieces = (TimePart(value),) if isinstance(value, str) else value
        for piece in (TimePart(literal), *pieces):
            if joined and joined[-1].datetime is None and piece.datetime is None:
                joined[-1] = TimePart(joined[-1].text + piece.text)
            elif piece.text:
                joined.append(piece)
    return tuple(joined)


@lru_cache(maxsize=256)
def _pieces(template: str) -> tuple[tuple[str, str], ...]:
    return tuple((literal, slot or "") for literal, slot, _, _ in Formatter().parse(template))
