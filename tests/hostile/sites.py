"""Whole sites drawn at random: entries with fields that fit, nearly fit, or belong elsewhere."""

import json
from collections.abc import Mapping

from hypothesis import strategies as st

from explainer.subjects import kinds_with
from tests.archive import default_subjects

KINDS = kinds_with(default_subjects())
IDS = ["ada", "bob", "e", "f", "note", "oslo", "org", "s", "t"]
"""Few, so that entries name one another, and clash."""

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
    st.text(max_size=12),
)
ids = st.sampled_from(IDS) | st.sampled_from(["nobody", "Ada", "../x", "a b"])
dates = st.sampled_from(
    ["2024-08-01", "2024-08", "2024", "2021~", "2021-08/..", "../2024", "202X", "2024-22", "1815",
     "2024-08-01/2024-08-03", "2024-13", "1.8.2024", "Y17000", "Y-170000002", "-0044",
     "0000-01-01", "9999-12-31", "XXXX-12-XX"]
)  # fmt: skip
codes = st.sampled_from(["US", "NO", "RU", "XX", "us", "Norway"])
addresses = st.sampled_from(
    ["https://a.example/", "http://a.example/", "javascript:alert(1)", "a.example", "https://"]
)
scalars = st.one_of(words, ids, dates, codes, addresses, st.integers(-2, 99).map(str))
claims = st.one_of(
    scalars,
    st.fixed_dictionaries(
        {"value": scalars},
        optional={"sources": st.lists(ids, max_size=2), "as_of": dates, "note": words},
    ),
    st.lists(st.fixed_dictionaries({"value": scalars, "sources": st.lists(ids)}), max_size=2),
)

_OFTEN: Mapping[str, st.SearchStrategy[object]] = {
    "title": words,
    "summary": words,
    "aliases": st.lists(words, max_size=2),
    "names": st.dictionaries(st.sampled_from(["ru", "zh", "xx"]), words, max_size=2),
    "sources": st.lists(ids, max_size=2),
    "see_also": st.lists(ids, max_size=2),
    "tags": st.lists(words, max_size=2),
    "redirect_from": st.lists(
        st.sampled_from(["people/old/", "events/e/", "../x", "index.html", "a"]), max_size=2
    ),
    "reviewed": dates,
    "corrections": st.lists(st.fixed_dictionaries({"date": dates, "text": words}), max_size=2),
    "draft": st.sampled_from(["true", "false", "maybe"]),
    "autolink": st.sampled_from(["true", "false"]),
    "born": claims,
    "died": claims,
    "nationality": claims,
    "date": dates,
    "category": st.sampled_from(["arrest", "exchange", "law", "party"]),
    "place": ids,
    "part_of": ids,
    "participants": st.lists(st.fixed_dictionaries({"who": ids, "role": words}), max_size=3),
    "affiliations": st.lists(
        st.fixed_dictionaries({"who": ids}, optional={"role": words, "from": dates, "to": dates}),
        max_size=2,
    ),
    "country": codes,
    "coordinates": st.lists(st.sampled_from(["59.9", "181", "x", "-0"]), max_size=3),
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
                "legal_status": claims,
                "sentence": claims,
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
    "total": claims,
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
    fields["summary"] = draw(words.filter(str.strip))
    if draw(st.integers(0, 9)) == 0:
        fields[draw(st.sampled_from([*_OFTEN, "unheard_of"]))] = draw(_ODD)
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
    text = "\n".join(["---", *lines, "---", draw(prose)])
    return f"{kind.folder}/{draw(st.sampled_from(IDS))}.md", text


@st.composite
def sites(draw: st.DrawFn) -> dict[str, str]:
    """Draw the files of a site, by path."""
    found = dict(draw(st.lists(entries(), min_size=1, max_size=6)))
    if draw(st.booleans()):
        found["page.md"] = draw(prose)
    return found
