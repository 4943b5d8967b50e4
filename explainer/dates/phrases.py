"""Dates in words that are not EDTF: 1 August 2024, circa 2021, Summer 2024, since 2021, 2020s."""

import re
from collections.abc import Iterable

from explainer.dates.beyond import months
from explainer.dates.bounds import SEASONS
from explainer.dates.english import ENGLISH
from explainer.dates.figures import iso
from explainer.dates.forms import Form, Resolve

_MONTHS = {
    name[:length].lower(): str(number)
    for number, name in enumerate(ENGLISH.months, 1)
    for length in (3, 4, len(name))
}
_SEASONS = {**dict(zip(ENGLISH.seasons, SEASONS, strict=True)), "fall": "23"}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})"
_DAY, _YEAR = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?", r"(?P<year>[0-9]{4})"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[., ]{1,2})?"
_GAP = r"(?: of |[., /-]{1,2})"
_ABOUT = r"about|around|approx(?:\.|imately)?|circa|roughly|some time in|ca?\.?|~"
_PERHAPS = r"perhaps|maybe|possibly|probably|presumably|likely|uncertain:?|\?"
_ONGOING = r"(?:the )?(?:now|present|today|ongoing|\.\.\.?|…)"
_WORDS = "is written in words, and dates are written in figures here"

NO_YEAR = re.compile(
    rf"{_WEEKDAY}(?:{_DAY}{_GAP})?{_MONTH}(?:{_GAP}{_DAY}(?:{_GAP}[0-9]{{2}})?)?".replace(
        "P<day>", ":"
    )
)


def _named(match: re.Match[str], _: Resolve) -> Iterable[str]:
    parts = match.groupdict()
    yield iso(parts["year"], _MONTHS[parts["month"]], parts.get("day") or "")


def _season(match: re.Match[str], _: Resolve) -> Iterable[str]:
    yield f"{match['year']}-{_SEASONS[match['season']]}"


def _quarter(match: re.Match[str], _: Resolve) -> Iterable[str]:
    first = 3 * int(match["quarter"]) - 2
    yield months(int(match["year"]), first, first + 2)


def _decade(match: re.Match[str], _: Resolve) -> Iterable[str]:
    yield f"{match[1]}X"
    if match[1].endswith("0"):
        yield f"{match[1][:2]}XX"


def _before_christ(match: re.Match[str], _: Resolve) -> Iterable[str]:
    year = 1 - int(match["year"])
    yield f"{'-' if year < 0 else ''}{abs(year):04d}"


def marked(dates: Iterable[str], mark: str) -> Iterable[str]:
    """Return the dates with a qualifier added at the end, or both joined as `%`."""
    for date in dates:
        if date[-1] in "?~%":
            yield date if date[-1] == mark else f"{date[:-1]}%"
        else:
            yield date + mark


def ends(match: re.Match[str], resolve: Resolve) -> Iterable[str]:
    """Return an interval from two ends in words; the start takes what it lacks from the end.

    In "1–3 August 2024" that is the month and the year, in "August–October 2021" the year.
    """
    first, words = match["start"], match["end"].split()
    tails = [words[-length:] for length in (2, 1) if length < len(words) and words[-1].isdigit()]
    completed = (resolve(" ".join([first, *tail])) for tail in tails)
    for start in next(filter(None, completed), ()) or resolve(first):
        for end in resolve(match["end"]):
            yield f"{start}/{end}"


FORMS = (
    Form(_WORDS, re.compile(rf"{_WEEKDAY}(?:the )?{_DAY}{_GAP}{_MONTH}{_GAP}{_YEAR}"), _named),
    Form(_WORDS, re.compile(rf"{_WEEKDAY}{_MONTH}{_GAP}(?:the )?{_DAY}{_GAP}{_YEAR}"), _named),
    Form(_WORDS, re.compile(rf"{_MONTH}{_GAP}{_YEAR}"), _named),
    Form(_WORDS, re.compile(rf"{_YEAR}{_GAP}{_MONTH}(?:{_GAP}{_DAY})?"), _named),
    Form(
        "names a season in words",
        re.compile(rf"(?:the )?(?P<season>{'|'.join(_SEASONS)}){_GAP}{_YEAR}"),
        _season,
    ),
    Form(
        "names a season in words",
        re.compile(rf"{_YEAR}{_GAP}(?P<season>{'|'.join(_SEASONS)})"),
        _season,
    ),
    Form("names a quarter", re.compile(rf"q(?P<quarter>[1-4]){_GAP}{_YEAR}"), _quarter),
    Form("names a quarter", re.compile(rf"{_YEAR}{_GAP}q(?P<quarter>[1-4])"), _quarter),
    Form(
        "names a decade in words",
        re.compile(r"(?:the )?([0-9]{3})0'?s"),
        _decade,
    ),
    Form(
        "names a century in words",
        re.compile(r"(?:the )?([0-9]{1,2})(?:st|nd|rd|th) c(?:entury|ent|\.)?"),
        lambda match, _: (f"{int(match[1]) - 1:02d}XX",) if int(match[1]) else (),
    ),
    Form(
        "says which part of it is meant, for which there is no form here",
        re.compile(
            r"(?:the )?(?:beginning|start|middle|end|early|mid|late)"
            r"(?: of | in |[- ]{1,2})(?P<rest>.+)"
        ),
        lambda match, resolve: resolve(match["rest"]),
    ),
    Form(
        "counts years before Christ, which have a minus and one year less here: 1 BC is 0000",
        re.compile(r"(?P<year>[0-9]{1,4}) ?b\.?c\.?(?:e\.?)?"),
        _before_christ,
    ),
    Form(
        _WORDS,
        re.compile(r"(?:the year |(?:ad|a\.d\.) ?)([0-9]{1,4})"),
        lambda match, _: (iso(match[1]),),
    ),
    Form(
        _WORDS,
        re.compile(r"([0-9]{1,4}) ?(?:ad|a\.d\.?|ce|c\.e\.?)"),
        lambda match, _: (iso(match[1]),),
    ),
    Form(
        "says in words what a ? after the date says here",
        re.compile(rf"(?:{_PERHAPS}) ?(?P<rest>[^ ].*)"),
        lambda match, resolve: marked(resolve(match["rest"]), "?"),
    ),
    Form(
        "says in words what a ~ after the date says here",
        re.compile(rf"(?:{_ABOUT}) ?(?P<rest>[^ ].*)"),
        lambda match, resolve: marked(resolve(match["rest"]), "~"),
    ),
    Form(
        "says in words what a ~ after the date says here",
        re.compile(rf"(?P<rest>.*[^ (])(?: \(?|\()(?:{_ABOUT})\)?"),
        lambda match, resolve: marked(resolve(match["rest"]), "~"),
    ),
    Form(
        "has more around its ? than the date",
        re.compile(rf"(?P<rest>.*[^ (])(?: \(?|\()(?:{_PERHAPS})\)?"),
        lambda match, resolve: marked(resolve(match["rest"]), "?"),
    ),
    Form(
        "says in words what an X in place of a figure says here",
        re.compile(r"(?P<rest>[^,]+), (?:month|day) (?:not known|unknown)"),
        lambda match, resolve: (f"{date}-XX" for date in resolve(match["rest"])),
    ),
    Form(
        "says in words that an end is not known",
        re.compile(r"from (?P<rest>.+), end (?:not known|unknown)"),
        lambda match, resolve: (f"{date}/" for date in resolve(match["rest"])),
    ),
    Form(
        "says in words that a start is not known",
        re.compile(r"until (?P<rest>.+), start (?:not known|unknown)"),
        lambda match, resolve: (f"/{date}" for date in resolve(match["rest"])),
    ),
    Form(
        "says in words that it goes on",
        re.compile(rf"(?:from )?(?P<rest>.*[^ ]) ?(?:-|/|to|until|till) ?{_ONGOING}"),
        lambda match, resolve: (f"{date}/.." for date in resolve(match["rest"])),
    ),
    *(
        Form(
            "is an interval, and its ends need a slash between",
            re.compile(rf"(?:from |between )?(?P<start>.*?[^ ]){between}(?P<end>[^ ].*)"),
            ends,
        )
        for between in (" (?:to|until|till|and) ", " - ", " ?[-/] ?")
    ),
    Form(
        "says in words that it goes on",
        re.compile(r"(?:since|from|after|starting) (?P<rest>.+)|(?P<rest2>.+[^ ]) ?(?:-|onwards?)"),
        lambda match, resolve: (f"{date}/.." for date in resolve(match["rest"] or match["rest2"])),
    ),
    Form(
        "says in words that it has no start",
        re.compile(r"(?:until|till|before|by|up to|to) (?P<rest>.+)"),
        lambda match, resolve: (f"../{date}" for date in resolve(match["rest"])),
    ),
)
