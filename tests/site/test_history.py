"""What became of files over time."""

from datetime import UTC, datetime

from explainer.entries.entry import DocPath
from explainer.site.history import FileChange, FileHistory, History, Revision, Step, history_of

ADA, KING, NOTE = DocPath("people/ada.md"), DocPath("people/king.md"), DocPath("glossary/note.md")


def revision(day: int) -> Revision:
    """Return a revision of a day of August 2024."""
    return Revision(f"r{day}", datetime(2024, 8, day, tzinfo=UTC))


def step(day: int, *changes: FileChange) -> Step:
    """Return a step of a day of August 2024."""
    return Step(revision(day), changes)


def test_a_file_has_a_first_and_a_last_revision() -> None:
    """The one it came with, and the one that changed it last."""
    history = history_of(
        [
            step(5, FileChange(ADA, "a", "b")),
            step(1, FileChange(ADA, "", "a"), FileChange(NOTE, "", "n")),
        ]
    )
    assert (history.first(ADA), history.last(ADA)) == (revision(1), revision(5))
    assert history.last(NOTE) == revision(1)
    assert history.complete


def test_a_file_that_moved_stays_the_same_file() -> None:
    """It came when it came under its old name."""
    history = history_of(
        [step(2, FileChange(KING, "a", "a", ADA)), step(1, FileChange(ADA, "", "a"))]
    )
    assert history.files == {KING: FileHistory(revision(1), revision(2))}


def test_a_file_that_is_gone_has_no_history() -> None:
    """One that comes back under its name is new."""
    gone = step(2, FileChange(ADA, "a", ""))
    came = step(1, FileChange(ADA, "", "a"))
    assert history_of([gone, came]).files == {}
    back = step(3, FileChange(ADA, "", "a"))
    assert history_of([back, gone, came]).first(ADA) == revision(3)


def test_where_a_history_begins_in_the_middle_the_first_revision_is_not_known() -> None:
    """Nor the last of a file that did not change since."""
    steps = [step(2, FileChange(ADA, "a", "b"))]
    history = history_of(steps, beginning=[ADA, NOTE], complete=False)
    assert history.files[ADA] == FileHistory(None, revision(2))
    assert history.last(NOTE) is None
    assert not history.complete


def test_what_was_changed_since_has_no_last_revision() -> None:
    """The content of the file is of no revision yet."""
    history = history_of([step(1, FileChange(ADA, "", "a"))], changed_since=[ADA, NOTE])
    assert history.last(ADA) is None


def test_no_step_is_newer_than_one_built_on_it() -> None:
    """A clock was wrong; the next step tells at least when it was not later."""
    history = history_of([step(2, FileChange(ADA, "a", "b")), step(9, FileChange(ADA, "", "a"))])
    assert [found.revision.date.day for found in history.steps] == [2, 2]


def test_without_a_history_nothing_is_known() -> None:
    """And nothing fails."""
    assert History().last(ADA) is None
    assert not History().complete
