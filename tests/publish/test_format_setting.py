"""The setting `format` in the text of `mkdocs.yml`."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from explainer.publish.format_setting import with_format

SWITCHED_ON = {
    "plugins: [search, explainer]  # both\n": "plugins: [search, explainer: {format: 1}]  # both\n",
    "plugins:\n  - explainer  # ours\n": "plugins:\n  - explainer: {format: 1}  # ours\n",
    "plugins:\n  - explainer: # ours\n": "plugins:\n  - explainer: {format: 1} # ours\n",
    "plugins:\n- 'explainer': ~\n": "plugins:\n- 'explainer': {format: 1}\n",
    "plugins:\n- explainer: {}\n": "plugins:\n- explainer: {format: 1}\n",
    "plugins: [explainer: {subjects: []}]": "plugins: [explainer: {format: 1, subjects: []}]",
    "plugins:\n  explainer:\n": "plugins:\n  explainer: {format: 1}\n",
    "plugins:\n  - explainer:\n      # of ours\n      subjects: []  # none\n": (
        "plugins:\n  - explainer:\n      # of ours\n      format: 1\n      subjects: []  # none\n"
    ),
    "plugins:\n  - explainer:\n      subjects: []\n      format: 0  # old\n": (
        "plugins:\n  - explainer:\n      subjects: []\n      format: 1  # old\n"
    ),
}
BEFORE = [
    "",
    "# The site\n",
    "site_name: 'Ä \U0001d50a'\n",
    "x: !ENV [A, '']\ny: &a {b: c }\nz: *a\n",
]


@given(
    st.sampled_from(sorted(SWITCHED_ON)),
    st.lists(st.sampled_from(BEFORE), unique=True),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["", "\ufeff"]),
)
def test_the_format_is_named_and_nothing_else_changes(
    old: str, before: list[str], end: str, bom: str
) -> None:
    """However the plugin is switched on; comments, line ends and byte order mark stay."""
    texts = [bom + "".join([*before, text]).replace("\n", end) for text in (old, SWITCHED_ON[old])]
    assert with_format(texts[0], 1) == texts[1]
    assert with_format(texts[1], 1) == texts[1]


@pytest.mark.parametrize("text", SWITCHED_ON)
def test_what_comes_out_says_the_same_and_the_format(text: str) -> None:
    """Read by another parser, the settings differ in the format alone."""
    changed = with_format(text, 1)
    assert changed is not None
    old, new = ([*yaml.safe_load(t)["plugins"]] for t in (text, changed))
    assert "search" not in old or "search" in new
    assert "format" in str(yaml.safe_load(changed))


@pytest.mark.parametrize(
    "text",
    [
        "INHERIT: base.yml\n",
        "plugins: [search]\n",
        "plugins: *known\n",
        "plugins:\n  - explainer: !ENV OPTIONS\n",
        "plugins:\n  - explainer: [\n",
        "",
    ],
)
def test_what_is_not_understood_is_left(text: str) -> None:
    """Where the plugin is switched on elsewhere, or by a variable, a person has to write it."""
    assert with_format(text, 1) is None
