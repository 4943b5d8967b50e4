"""The tables of the benchmark: medians, ratios, and what was given up."""

from bench.measured import Measured, Run
from bench.results import report


def measured(*cold: float, again: float, over: bool = False) -> Measured:
    runs = [Run(seconds, 200_000_000, over) for seconds in cold]
    return Measured(cold=runs, unchanged=[Run(again)], edit=[Run(again)], pages=1_234)


def line(text: str, start: str) -> str:
    """Return the row of a table that starts with some words."""
    return next(row for row in text.splitlines() if row.startswith(f"| {start} |"))


def test_rows_have_medians_and_ratios() -> None:
    """Ours is held against every other program."""
    results = {100: {"ours": measured(1, 9, 2, again=1), "Hugo": measured(4, again=2)}}
    text = report(results, ["A machine."])
    assert "A machine." in text
    assert line(text, "cold, s") == "| cold, s | 2.00 (1.00 to 9.00) | 4.00 | 0.50 |"
    assert line(text, "pages") == "| pages | 1,234 | 1,234 |  |"
    assert line(text, "memory, MB") == "| memory, MB | 200.0 | 200.0 | 1.00 |"


def test_what_was_given_up_has_no_ratio() -> None:
    """A run that was cut short says after how long, and is no number to reckon with."""
    results = {100: {"ours": measured(1, again=1), "Hugo": measured(900, again=2, over=True)}}
    assert line(report(results, []), "cold, s") == "| cold, s | 1.00 | over 900 |  |"


def test_without_ours_there_is_nothing_to_compare() -> None:
    """Other programs can be measured alone."""
    text = report({100: {"Hugo": measured(4, again=2)}}, [])
    assert line(text, "cold, s") == "| cold, s | 4.00 |"


def test_goals_are_met_missed_or_not_measured() -> None:
    """At 10,000 entries the ratios are held against what they may be."""
    results = {
        1_000: {"ours": measured(1, again=1)},
        10_000: {"ours": measured(11, again=1), "Hugo": measured(5, again=5)},
    }
    text = report(results, [])
    assert line(text, "cold, to Hugo").endswith("| 2.20 | 2 | missed |")
    assert line(text, "no change, to Hugo").endswith("| 0.20 | 0.25 | met |")
    assert line(text, "cold, to MkDocs").endswith("|  | 0.2 | not measured |")
    assert line(text, "time for a page, to that at 1,000 entries").endswith("| 1.10 | 1.15 | met |")
    assert "Goals" not in report({1_000: results[1_000]}, [])
