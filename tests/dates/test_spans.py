"""How long it was, in words."""

import pytest

from explainer.dates import parse, span_words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        # Exact to the day.
        ("2024-08-01", "2024-08-01", "less than a day"),
        ("2024-08-01", "2024-08-02", "1 day"),
        ("2024-07-01", "2024-08-29", "59 days"),
        ("2024-01-01", "2024-03-01", "2 months"),
        ("2024-06-30", "2024-08-29", "60 days"),
        ("2021-08-14", "2022-08-13", "11 months"),
        ("2021-08-14", "2022-08-14", "12 months"),
        ("2021-08-14", "2023-08-13", "23 months"),
        ("2021-08-14", "2023-08-14", "2 years"),
        ("2021-08-14", "2025-02-11", "3 years 5 months"),
        ("2021-08-14", "2024-09-14", "3 years 1 month"),
        ("2021-08-14T10:00:00Z", "2021-08-16", "2 days"),
        ("1024-01-01", "2024-01-01", "1,000 years"),
        # Not exact.
        ("2021-08", "2025-02", "about 3 years 6 months"),
        ("2021-08-14~", "2025-02-11", "about 3 years 6 months"),
        ("2024-08-01", "2024-08-13?", "about 12 days"),
        ("2024-08-01~", "2024-08-01", "less than a day"),
        ("2021-08", "2021-09", "about 1 month"),
        ("2021-08", "2021-08-20", "less than a month"),
        ("2021-08-20", "2021-08", "less than a month"),
        ("2021-21", "2022-23", "about 18 months"),
        ("2021", "2024", "about 3 years"),
        ("2021-08-14", "2024", "about 3 years"),
        ("2021-XX", "2024-08-01", "about 3 years"),
        ("2024", "2024-08-01", "less than a year"),
        ("2023-12", "2024", "about 1 year"),
        ("199X", "2024-08-01", "about 30 years"),
        ("202X", "2024", "less than 5 years"),
        ("2021-08-01/2021-08-03", "2021-10", "about 2 months"),
    ],
)
def test_span_words(start: str, end: str, words: str) -> None:
    """A length claims no more than the two dates do."""
    assert span_words(parse(start), parse(end)) == words


@pytest.mark.parametrize(
    ("start", "end", "reason"),
    [
        ("2021/..", "2024", "open or unknown"),
        ("2021", "2024/", "open or unknown"),
        ("../2021", "2024", "open or unknown"),
        ("XXXX", "2024", "open or unknown"),
        ("2024", "2021", "the end comes first"),
    ],
)
def test_no_span(start: str, end: str, reason: str) -> None:
    """There is no length without two ends in their order."""
    with pytest.raises(ValueError, match=reason):
        span_words(parse(start), parse(end))
