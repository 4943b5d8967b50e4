"""Why a text is no date, told to the editor who wrote it, with the date that was likely meant."""

import re
from typing import Final

from explainer.dates import beyond, figures, phrases
from explainer.dates.bounds import SEASONS
from explainer.dates.edtf import Edtf
from explainer.dates.english import ENGLISH
from explainer.dates.errors import EdtfError
from explainer.dates.forms import recognise, tidy, valid
from explainer.dates.grammar import LONGEST, read
from explainer.dates.gregorian import month_length

_FORMS: Final = (*beyond.FORMS, *figures.FORMS, *phrases.FORMS)
_SHAPE = re.compile(r"(-?[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%]?)")
_WITH_X = re.compile(r"-?[0-9X]{4}(?:-[0-9X]{2}){1,2}[?~%]?")
_SAYS_UNKNOWN = ("unknown", "unk", "not known", "no date", "nd", "n.d", "undated", "n/a", "na")
_SAYS_NOTHING = ("none", "null", "nil", "nan", "tba", "tbc", "tbd", "x", "xx", "0000-00-00")
_SIGNS_ALONE = ("?", "-", "--", "..", "/", "//", "../..", "../", "/..")
_NO_DATE: Final = frozenset(_SAYS_UNKNOWN + _SAYS_NOTHING + _SIGNS_ALONE)
_MOVING: Final = frozenset(
    ["today", "now", "yesterday", "tomorrow", "present", "current", "ongoing", "recently"]
)
_USUAL = (
    "write 2024-08-01 for a day, 2024-08 for a month, 2024 for a year, "
    "or 2024-08-01/2024-08-03 for an interval"
)


def refusal(text: str) -> EdtfError:
    """Make the error for a text that `read` does not take."""
    if len(text) > LONGEST:
        return EdtfError(
            f"the date has {len(text):,} characters, and {LONGEST} are the most it may have",
            "write the date alone, and put anything else into a field for text",
        )
    return (
        _empty(text)
        or _impossible(text)
        or _untidy(text)
        or _recognised(text)
        or _without_year(text)
        or _interval(text)
        or EdtfError(f"{shown(text)} is not a date in a form this site can read", _USUAL)
    )


def shown(text: str) -> str:
    """Return the text for a message, with signs nobody could see written out."""
    return text if text.isprintable() and text == text.strip() else ascii(text)


def _hint(suggestions: tuple[str, ...]) -> str:
    # One that is alone needs no words, but for years BC, where the figures mislead.
    if len(suggestions) == 1 and not suggestions[0].startswith("-"):
        return f"write {suggestions[0]}"
    return "write " + ", or ".join(map(_with_words, suggestions))


def _with_words(suggestion: str) -> str:
    date = read(suggestion)
    words = date.words() if date else suggestion
    return suggestion if words == suggestion else f"{suggestion} for {words}"


def _empty(text: str) -> EdtfError | None:
    plain = tidy(text)
    if not text.strip():
        return EdtfError("the date is empty", "write a date, or leave the field out")
    if plain in _NO_DATE:
        return EdtfError(
            f"{shown(text)} gives no date",
            "leave the field out, or write unknown if the field takes that word",
        )
    if plain in _MOVING:
        return EdtfError(
            f"{shown(text)} is another day for every reader",
            "write the day itself, such as 2024-08-01",
        )
    return None


def _impossible(text: str) -> EdtfError | None:
    match = _SHAPE.fullmatch(text)
    if match is None:
        return _impossible_x(text)
    year, month, day, mark = match.groups()
    if year == "-0000":
        found = valid([text[1:]])
        message = "-0000 is not a year: 1 BC is written 0000, and 2 BC -0001"
        return EdtfError(message, _hint(found) if found else _USUAL, found)
    if month is None:
        return None
    if not 1 <= int(month) <= 12:
        return _impossible_month(year, month, day)
    if day is None or int(day) == 0:
        return None
    length = month_length(int(year), int(month))
    named = ENGLISH.months[int(month) - 1]
    name = ENGLISH.month_in_year.format(month=named, year=ENGLISH.label(int(year)))
    last, whole = f"{year}-{month}-{length}{mark}", f"{year}-{month}{mark}"
    return EdtfError(
        f"{text} is not a day of the calendar: {name} has {length} days",
        f"write {last}, or {whole} for the month",
        valid([last, whole]),
    )


def _impossible_month(year: str, month: str, day: str | None) -> EdtfError | None:
    number = int(month)
    if day is not None or number == 0 or 25 <= number <= 41:
        return None
    found = valid([*figures.later_year(year, month), year])
    return EdtfError(
        f"{year}-{month} has no month: months run from 01 to 12, and seasons from 21 to 24",
        _hint(found),
        found,
    )


def _impossible_x(text: str) -> EdtfError | None:
    if "X" not in text or not _WITH_X.fullmatch(text):
        return None
    year = text[: 5 if text.startswith("-") else 4]
    if text[len(year) + 1 :] in SEASONS:
        message = f"{text} is a season of a year that is not known, which is not taken"
    else:
        message = f"{text} fits no day of the calendar, whatever figures the X stand for"
    return EdtfError(message, f"write {year} for the year alone", valid([year]))


def _untidy(text: str) -> EdtfError | None:
    found = valid([tidy(text).upper()])
    if not found:
        return None
    message = f"{shown(text)} has a space, a small letter or another sign that no date has"
    return EdtfError(message, _hint(found), found)


def _without_year(text: str) -> EdtfError | None:
    if not phrases.NO_YEAR.fullmatch(tidy(text)):
        return None
    return EdtfError(
        f"{shown(text)} has no year of four figures",
        "write the year first, as in 2024-08-01 or 2024-08",
    )


def _recognised(text: str) -> EdtfError | None:
    recognised = recognise(tidy(text), _FORMS)
    if recognised is None:
        return None
    form, found = recognised
    return EdtfError(f"{shown(text)} {form.reason}", _hint(found), found)


def _interval(text: str) -> EdtfError | None:
    left, slash, right = text.partition("/")
    if not slash:
        return None
    if "/" in right:
        found = valid([f"{left}/{right.rpartition('/')[2]}"])
        message = f"{shown(text)} has more than one slash"
        return EdtfError(message, _hint(found) if found else _USUAL, found)
    start, end = read(left), read(right)
    if start and end:
        return _turned(text, start, end)
    for part, around in ((left, f"{{}}/{right}"), (right, f"{left}/{{}}")):
        if part not in ("", "..") and not read(part):
            error = refusal(part)
            found = valid(around.replace("{}", one) for one in error.suggestions)
            # Without words: "2001-02/2001-03-04 for from February" would read badly.
            return EdtfError(
                error.message, f"write {', or '.join(found)}" if found else error.hint, found
            )
    return None


def _turned(text: str, start: Edtf, end: Edtf) -> EdtfError:
    found = valid([f"{end}/{start}"])
    return EdtfError(
        f"{shown(text)} ends before it starts: {end.words()} is before {start.words()}",
        _hint(found) if found else _USUAL,
        found,
    )
