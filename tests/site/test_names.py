"""Names: what an id, a title, an alias or a name in another script leads to."""

import pytest

from explainer.site.names import folded
from tests.whole import site_of

SITE = """
-- people/ada.md --
---
title: Ada  Lovelace
summary: S.
aliases: [The Countess, ADA]
names: {ru: Ада Лавлейс, de: Straße}
---
-- people/countess.md --
---
title: Someone else
summary: S.
aliases: [the countess]
---
-- people/eve.md --
---
title: Eve
summary: S.
draft: true
---
"""


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("ada", ("ada",)),
        ("ADA", ("ada",)),
        ("ada lovelace", ("ada",)),
        ("Ada\tLovelace ", ("ada",)),
        ("ада лавлейс", ("ada",)),
        ("STRASSE", ("ada",)),
        ("countess", ("countess",)),
        ("the countess", ("ada", "countess")),
        ("eve", ("eve",)),
        ("nobody", ()),
        ("", ()),
    ],
)
def test_a_name_is_found_ignoring_case_and_blanks(target: str, found: tuple[str, ...]) -> None:
    """An id goes before a name; several entries may carry one name; drafts are known."""
    assert site_of(SITE).names.find(target) == found


def test_what_was_meant_is_guessed() -> None:
    names = site_of(SITE).names
    assert names.near("Lovelase, Ada") is None or "ada" in str(names.near("Lovelase, Ada"))
    assert names.near("ada lovelase") == "ada lovelace"
    assert names.near_id("contess") == "countess"
    assert names.near_id("zzzzz") is None


def test_folding_is_for_comparing_only() -> None:
    assert folded("  Ada \n LOVELACE ") == "ada lovelace"
