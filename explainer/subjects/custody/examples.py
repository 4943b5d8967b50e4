"""The smallest sites that have the problems this subject reports."""

from explainer.problems.examples import PERSON, SOURCE, entry_text

_EVENT = "title: A handover\nsummary: It happened at an airport.\ncategory: exchange"

EXAMPLES = {
    "contradiction": {
        "people/ada.md": entry_text(
            f"{PERSON}\ndetentions:\n  - held_by: GB\n    from: 2021\n    to: 2024-08-01\n"
            "    ended_by: handover\n    sources: [herald]"
        ),
        "events/handover.md": entry_text(f"{_EVENT}\ndate: 2022-03-05"),
        "sources/herald.md": SOURCE,
    },
    "unsourced-claim": {
        "people/ada.md": entry_text(f"{PERSON}\ndetentions:\n  - held_by: GB\n    from: 2021")
    },
    "count-mismatch": {
        "events/handover.md": entry_text(f"{_EVENT}\ndate: 2022-03-05\ntotal: 3\ntransfers: []")
    },
    "stale": {
        "people/ada.md": entry_text(
            f"{PERSON}\nreviewed: 2019-01-01\ndetentions:\n  - held_by: GB\n    from: 2018\n"
            "    sources: [herald]"
        ),
        "sources/herald.md": SOURCE,
    },
}
