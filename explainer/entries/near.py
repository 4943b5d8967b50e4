"""Find the name that an editor probably meant."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

_CLOSE_ENOUGH = 75.0  # of 100: "Lovelcae" finds "Lovelace", "Byron" does not find "Herschel"


def did_you_mean(text: str, names: Iterable[str]) -> str | None:
    """Return the one of the names that is nearest to the text, or None when none is near."""
    if not default_process(text):
        return None  # of signs alone, which would be near to every other such name
    found = process.extractOne(
        text, tuple(names), scorer=fuzz.ratio, processor=default_process, score_cutoff=_CLOSE_ENOUGH
    )
    return found[0] if found else None
