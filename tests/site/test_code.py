"""Code is never touched: what Python-Markdown shows as code, or leaves out as a comment."""

import re
from itertools import count, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.site.code import code_spans, markdown_code
from tests.corpus import COMMONMARK
from tests.site.oracle import Seen, differences, rendered, written_out

DATA = Path(__file__).parent / "data"
SNIPPETS = (DATA / "code.md").read_text(encoding="utf-8").split("\n=== next\n")
SECTIONS = {"Tabs", "Precedence", "Indented code blocks", "Fenced code blocks", "Code spans"}
EXAMPLES = [text.markdown for text in COMMONMARK if text.part in SECTIONS]


def numbered(text: str) -> str:
    """Give every marker of a text a name of its own."""
    numbers = count()
    return re.sub(r"\[\[mk\]\]", lambda _: f"[[mk{next(numbers)}z]]", text)


def plain(text: str) -> str:
    """Return a text with bare words in the place of its markers."""
    return re.sub(r"\[\[(mk[0-9]+z)\]\]", r"\1", text)


def shown(texts: list[str]) -> list[tuple[str, list[str]]]:
    """Pair each text with what is wrong with the page that becomes of it."""
    pages = written_out(texts)
    return [
        (text, differences(plain(text), Seen(rendered(page))))
        for text, page in zip(texts, pages, strict=True)
    ]


def test_markers_in_code_stay_and_others_become_links() -> None:
    """In each of our snippets a marker is a link exactly where Python-Markdown sees no code."""
    texts = [numbered(snippet) for snippet in SNIPPETS]
    wrong = [(text, faults) for text, faults in shown(texts) if faults]
    assert len(texts) > 80
    assert wrong == []


def test_the_examples_of_commonmark_agree() -> None:
    """A marker in the place of any one word of an example is a link outside of code only."""
    texts = []
    for example in EXAMPLES:
        for match in re.finditer(r"(?<![\w<`~.-])[a-z]{2,}(?![\w>(-])", example):
            before, after = example[: match.start()], example[match.end() :]
            texts.append(f"{before}[[mk0z]]{after}")
    wrong = [(text, faults) for text, faults in shown(texts) if faults]
    assert len(texts) > 90
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        "- item\n\n    ```\n    [[mk]]\n\n    [[mk]]\n    ```\n",
        "> ```\n> [[mk]]\n>\n> [[mk]]\n> ```\n",
        "1. item\n\n    ~~~\n    [[mk]]\n\n    ~~~\n",
    ],
)
def test_a_fence_in_a_container_counts_as_code(text: str) -> None:
    """Blank lines or not: only some extensions read such fences, but their author means code."""
    spans = code_spans(text)
    assert all(
        any(start <= match.start() and match.end() <= end for start, end in spans)
        for match in re.finditer(r"\[\[mk\]\]", text)
    )


def test_what_is_only_meant_as_code_is_no_code_for_the_lock() -> None:
    """The check for unsafe markup leaves out only what Markdown itself shows as code."""
    text = "- item\n\n    ```\n    a\n\n    b\n    ```\n"
    assert code_spans(text)
    assert markdown_code(text) == ()


def test_an_unclosed_fence_is_no_code() -> None:
    """What Python-Markdown shows as text is text."""
    assert code_spans("```\n[[mk]]\n") == ()


def test_text_without_any_mark_of_code_has_no_spans() -> None:
    assert code_spans("Just *words* and [[links]].") == ()


def test_tabs_do_not_shift_spans() -> None:
    """Offsets are those of the text as it was written."""
    text = "\ta\t`b`\n\nc\t`d` e\n"
    assert [text[start:end] for start, end in code_spans(text)] == ["\ta\t`b`", "`d`"]


def test_spans_come_in_order_and_apart() -> None:
    text = "`a` <b>`c`</b>\n\n    d\n\n<pre>\ne\n</pre>\n"
    spans = code_spans(text)
    assert spans == tuple(sorted(spans))
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


_LEADS = st.sampled_from(["", "", "", "    ", "        ", "  ", "   ", "\t", "      "])
_MARKS = st.sampled_from(
    ["- ", "* ", "1. ", "> ", "# ", ": ", "!!! note\n    ", "| ", "> - ", "- > ", "[^1]: ", ""]
)
_INSIDE = st.sampled_from(
    ["`X`", "``X``", "`X", "X`", "\\`X`", "X", "**X**", "X | X", "`` X ` X ``", "<b>X</b>", "X[^1]"]
)
_WHOLE = st.sampled_from(
    ["---", "===", "```", "~~~", "", "", "|---|---|", "[r]: http://x", "<!-- X -->", "    ", "> "]
)
_LINE = st.one_of(_WHOLE, st.tuples(_LEADS, _MARKS, _LEADS, _INSIDE).map("".join))


@given(st.lists(_LINE, min_size=1, max_size=9))
def test_code_is_found_as_python_markdown_finds_it(lines: list[str]) -> None:
    """However lists, quotations, notes and code are nested, both see the same code."""
    numbers = count()
    text = "z\n" + "\n".join(lines)
    text = re.sub("X", lambda _: f"mk{next(numbers)}z", text)
    truth, spans = Seen(rendered(text)), code_spans_of_python_markdown(text)
    for match in re.finditer("mk[0-9]+z", text):
        inside = any(start <= match.start() < end for start, end in spans)
        if match[0] in truth.code | truth.text:
            assert inside == (match[0] in truth.code), (match[0], text)


def code_spans_of_python_markdown(text: str) -> tuple[tuple[int, int], ...]:
    """Return code and comments, without the fences that only other extensions know."""
    comments = [match.span() for match in re.finditer(r"<!-- mk[0-9]+z -->", text)]
    exact = markdown_code(text)
    return (*exact, *(span for span in comments if span in code_spans(text)))
