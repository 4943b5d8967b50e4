"""Made-up words and names: as many different names as asked for, none of them of anybody real."""

import math
import random


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


WORDS = _words("""
after agreed also answer archive before both bridge called came case city copy court daily decided
delegation early each envoy evening first followed found had harbour have hearing held house ice
joined journey judge kept lake later left letter lines list long made many meeting minister month
morning night north offer office officials old opened order other paper parties people place plain
plan port press prices public question quiet reached record reply report river road said same
second sent several short side signed south spoke station still stood street summer table talks
them then third town train travelled two under until village voted walked week west while winter
witness wrote year
""")

_GIVEN = _words("""
Adra Belen Caro Dorin Elva Fenna Gorran Hedda Ilvo Jasna Korin Lisbe Marek Nadja Orlo Petra Quirin
Rosvi Stellan Tamsin Ulvar Vesna Wendel Xanthe Yorick Zelda Anselm Birte Cyprian Dagny Emeric Fjola
""")
_STEMS = _words("""
Ald Bern Carv Dorm Eld Farn Grev Hask Ilm Jorv Kest Lund Marv Nest Olv Pask Quen Rask Selv Torm Ulv
Vask Wend Yarv Zell Brand Crost Drim Flask Glenn
""")
_ENDINGS = _words(
    "berg son ova ides mann aro escu wick ström ini dal ley ano oux ek etti ham ier ola und"
)
_SOUNDS = _words("nor val kar mel sol tur bran fel gos hol lin mar os per rud sten tal var wes zor")
_GROUNDS = _words("havn stad burg grad ford mouth field ville minster dorf haven brook gate holm")
_MANNERS = _words("""
interim silent joint second written mutual general partial closed open formal tacit standing
limited broad narrow lasting prior mixed common
""")
_MATTERS = _words("""
accord protocol clause waiver mandate charter docket recess quorum annex covenant proviso tribunal
schedule dispensation stipulation memorandum communiqué ordinance injunction
""")
_TOPICS = _words("""
harbour fisheries railway archive water customs health schools forests energy postal housing
""")
_BODIES = _words("Board Council Office Union Institute Agency Commission Society Press Forum")
_NEWS = """
the bridge|the ferry strike|the lost letters|the second hearing|the winter talks|the quiet vote
the harbour plan|the long journey|the sealed list|the late reply|the river crossing|the closed port
"""
_HEADLINE = (
    ("Inside", "Behind", "After", "Before", "Questions over", "Doubts about", "New light on"),
    tuple(part for line in _NEWS.split("\n") for part in line.split("|") if part),
    ("as ministers meet", "in the north", "a year later", "by the numbers", "in their own words"),
    ("a report", "an interview", "an analysis", "a timeline", "the documents"),
)


def _distinct(number: int, *parts: tuple[str, ...]) -> tuple[str, ...]:
    """Choose one of each part: another choice for every number, none repeated before all are used.

    A further part, a numeral, tells apart what comes after that.
    """
    total = math.prod(len(part) for part in parts)
    round_, place = divmod(number, total)
    stride = next(step for step in range(total * 5 // 8, total) if math.gcd(step, total) == 1)
    place = place * stride % total
    chosen = []
    for part in parts:
        place, index = divmod(place, len(part))
        chosen.append(part[index])
    return (*chosen, *([f"{round_ + 1}"] if round_ else []))


def person_name(number: int) -> str:
    """Name the person of a number."""
    given, stem, ending, *more = _distinct(number, _GIVEN, _STEMS, _ENDINGS)
    return " ".join([given, stem + ending, *more])


def place_name(number: int) -> str:
    """Name the place of a number, in one word wherever that can be."""
    first, second, ground, *more = _distinct(number, _SOUNDS, _SOUNDS, _GROUNDS)
    return " ".join([(first + second + ground).capitalize(), *more])


def term_name(number: int) -> str:
    """Name the term of a number, in lower case as in a glossary."""
    manner, matter, topic, *more = _distinct(number, _MANNERS, _MATTERS, ("", *_TOPICS))
    return " ".join(filter(None, [manner, topic, matter, *more]))


def organisation_name(number: int, place: str) -> str:
    """Name the organisation of a number, which has its seat in a place."""
    topic, body, *more = _distinct(number, _TOPICS, _BODIES)
    return " ".join([place, topic.capitalize(), body, *more])


def headline(number: int) -> str:
    """Name the source of a number."""
    opening, matter, ending, form, *more = _distinct(number, *_HEADLINE)
    return " ".join([f"{opening} {matter} {ending}: {form}", *more])


def running_words(chance: random.Random, fewest: int, most: int) -> str:
    """Make up words without any meaning, and without any name in them."""
    return " ".join(chance.choices(WORDS, k=chance.randint(fewest, most)))
