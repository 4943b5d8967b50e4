"""Whole sites drawn at random: entries with fields that fit, nearly fit, or belong elsewhere."""

import json
from collections.abc import Mapping

from hypothesis import strategies as st

from explainer.subjects import kinds_with
from tests.archive import default_subjects

KINDS = kinds_with(default_subjects())
IDS_OF = {
    "person": ["ada", "bob"],
    "event": ["e", "f"],
    "term": ["note", "word"],
    "organisation": ["org"],
    "place": ["oslo", "rome"],
    "source": ["s", "t"],
}
IDS = [entry_id for some in IDS_OF.values() for entry_id in some]
"""Few, so that entries name one another, and some clash."""

_SCRIPTS = [
    "<script>alert(1)</script>",
    "</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}",
]
_SIGNS = [
    "'",
    '"',
    "<",
    "&",
    "\\",
    "|",
    "`",
    "*",
    "_",
    "[",
    "]",
    "\u202e",
    "\u200b",
    "\u2028",
    "é",
    "😀",
]
words = st.one_of(
    st.sampled_from(["Ada", "Note", "a word", "unknown", "withheld", "", " ", "NO", "=1+1", "---"]),
    st.sampled_from(_SCRIPTS),
    st.lists(st.sampled_from([*_SIGNS, "a", " "]), max_size=8).map("".join),
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=12),
)
ids = st.sampled_from(IDS * 3 + ["nobody", "Ada", "../x", "a b"])
dates = st.sampled_from(
    ["2024-08-01", "2024-08", "2024", "2021~", "2021-08/..", "../2024", "202X", "2024-22", "1815",
     "2024-08-01/2024-08-03", "2024-13", "Y17000", "Y-170000002", "-0044",
     "0000-01-01", "9999-12-31", "XXXX-12-XX"]
)  # fmt: skip
codes = st.sampled_from(["US", "NO", "RU", "DE", "IR", "Norway"])
addresses = st.sampled_from(
    ["https://a.example/", "https://b.example/?a=<b>&c", "javascript:alert(1)"]
)
scalars = st.one_of(words, ids, dates, codes, addresses, st.integers(-2, 99).map(str))


def _claim(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Write a value short, long, or as readings that disagree; or something else instead."""
    value = st.one_of(values, values, values, st.sampled_from(["unknown", "withheld"]), scalars)
    long = st.fixed_dictionaries(
        {"value": value},
        optional={"sources": st.lists(ids, max_size=2), "as_of": dates, "note": words},
    )
    return st.one_of(value, long, st.lists(long, max_size=2))


_OFTEN: Mapping[str, st.SearchStrategy[object]] = {
    "title": words,
    "summary": words,
    "aliases": st.lists(words, max_size=2),
    "names": st.dictionaries(st.sampled_from(["ru", "zh"]), words, max_size=2),
    "sources": st.lists(ids, max_size=2),
    "see_also": st.lists(ids, max_size=2),
    "tags": st.lists(words, max_size=2),
    "redirect_from": st.lists(
        st.sampled_from(["people/old/", "events/e/", "../x", "index.html", "a"]), max_size=2
    ),
    "reviewed": dates,
    "corrections": st.lists(st.fixed_dictionaries({"date": dates, "text": words}), max_size=2),
    "draft": st.sampled_from(["true", "false"]),
    "autolink": st.sampled_from(["true", "false"]),
    "born": _claim(dates),
    "died": _claim(dates),
    "nationality": _claim(st.lists(codes, max_size=2)),
    "occupation": _claim(words),
    "type": words,
    "website": addresses,
    "authors": st.lists(words, max_size=2),
    "medium": st.sampled_from(["article", "book", "rumour"]),
    "language": st.sampled_from(["en", "ru", "xx-yy"]),
    "accessed": dates,
    "date": dates,
    "category": st.sampled_from(["arrest", "exchange", "law", "release"]),
    "place": ids,
    "part_of": ids,
    "participants": st.lists(st.fixed_dictionaries({"who": ids, "role": words}), max_size=3),
    "affiliations": st.lists(
        st.fixed_dictionaries({"who": ids}, optional={"role": words, "from": dates, "to": dates}),
        max_size=2,
    ),
    "country": codes,
    "coordinates": st.sampled_from([["59.9", "10.7"], ["-0", "180"], ["90", "-180"], ["181", "x"]]),
    "publisher": words,
    "url": addresses,
    "archived": addresses,
    "image": st.fixed_dictionaries(
        {"file": st.sampled_from(["a.png", "../a.png", "/etc/x"]), "alt": words},
        optional={"credit": words, "licence": words},
    ),
    "detentions": st.lists(
        st.fixed_dictionaries(
            {"held_by": codes, "from": dates},
            optional={
                "to": dates,
                "place": ids,
                "allegation": words,
                "legal_status": _claim(st.sampled_from(["charged", "detained", "gone"])),
                "sentence": _claim(words),
                "ended_by": ids,
                "sources": st.lists(ids, max_size=2),
            },
        ),
        max_size=2,
    ),
    "transfers": st.lists(
        st.fixed_dictionaries({"who": ids, "from": codes, "to": codes}, optional={"note": words}),
        max_size=2,
    ),
    "total": _claim(st.integers(0, 9).map(str)),
}
_ODD = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(IDS), inner, max_size=2)
    ),
    max_leaves=3,
)
prose = st.lists(
    st.one_of(
        words,
        st.sampled_from(IDS).map("[[{}]]".format),
        st.builds("[[{}|{}]]".format, ids, words),
        st.builds("[@{}, {}]".format, ids, words),
        st.sampled_from(
            ["\n\n", "\n", "## Part\n", "- ", "> ", "`", "    ", "Ada met Note. ", "[[#part]]", "|"]
        ),
    ),
    max_size=12,
).map("".join)


@st.composite
def entries(draw: st.DrawFn) -> tuple[str, str]:
    """Draw the path of an entry and its file: the fields that it must have, and some others."""
    kind = draw(st.sampled_from(KINDS))
    known = {field.alias or name: field for name, field in kind.model.model_fields.items()}
    fields: dict[str, object] = {
        name: draw(_OFTEN.get(name, _ODD))
        for name, field in known.items()
        if field.is_required() or draw(st.integers(0, 3)) == 0
    }
    fields |= {"title": draw(words.filter(str.strip)), "summary": draw(words.filter(str.strip))}
    if draw(st.integers(0, 19)) == 0:
        fields[draw(st.sampled_from([*_OFTEN, "unheard_of"]))] = draw(_ODD)
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
    text = "\n".join(["---", *lines, "---", draw(prose)])
    own = IDS_OF[kind.name]
    entry_id = draw(st.sampled_from(own * 5 + ["ada"]))
    return f"{kind.folder}/{entry_id}.md", text


@st.composite
def sites(draw: st.DrawFn) -> dict[str, str]:
    """Draw the files of a site, by path."""
    found = dict(draw(st.lists(entries(), min_size=1, max_size=6)))
    if draw(st.booleans()):
        found["page.md"] = draw(prose)
    return found
