"""Sites with a past, in memory: the same site as it was at several times."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from hashlib import sha256

from explainer.entries.entry import DocPath
from explainer.pages.build import BuiltPage
from explainer.publish.generator import Plan, pages_of, plan_of
from explainer.settings import Settings
from explainer.site.history import FileChange, History, Revision, Step, history_of
from explainer.views.news import News
from tests.archive import checked, default_subjects, files_of
from tests.whole import laid_out


def past(*states: tuple[str, str], complete: bool = True) -> History:
    """Return the history of a site: times, `2024-08-01` or with hours, and archives, oldest first.

    With `complete` false the first of them is the beginning of what is known.
    """
    contents: dict[str, bytes] = {}
    steps: list[Step] = []
    before: dict[str, str] = {}
    for when, archive in states:
        after = {}
        for path, text in files_of(archive).items():
            after[path] = sha256(text.encode()).hexdigest()
            contents[after[path]] = text.encode()
        date = datetime.fromisoformat(when).replace(tzinfo=UTC)
        steps.insert(0, Step(Revision(f"r{len(steps)}", date), tuple(_changes(before, after))))
        before = after
    beginning = () if complete else steps.pop().changes
    return history_of(
        steps,
        beginning=[change.path for change in beginning],
        complete=complete,
        contents=lambda names: {name: contents[name] for name in names if name in contents},
    )


def _changes(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[FileChange]:
    """Yield changes as git tells them: the very same content elsewhere is a move."""
    gone = {name: path for path, name in before.items() if path not in after}
    for path in sorted({*before, *after}):
        old, new = before.get(path, ""), after.get(path, "")
        if not old and new in gone:
            yield FileChange(DocPath(path), new, new, DocPath(gone[new]))
        elif old != new and not (old in gone and old in after.values()):
            yield FileChange(DocPath(path), old, new)


def plan_with_past(archive: str, history: History, settings: Settings | None = None) -> Plan:
    """Plan a site that has a past; `archive` is how it stands today."""
    found = checked(archive, settings)
    return plan_of(found.site, default_subjects(), history=history)


def news(*states: tuple[str, str], today: str = "", settings: Settings | None = None) -> News:
    """Return the news of a site that stands today as it last was, or otherwise."""
    return plan_with_past(today or states[-1][1], past(*states), settings).whole.news()


def built_with_past(
    archive: str, history: History, settings: Settings | None = None
) -> Mapping[str, BuiltPage]:
    """Build the pages of a site that has a past."""
    found = pages_of(checked(archive, settings).site, default_subjects(), history)
    return {str(path): page for path, page in found.items()}


def changes_page(archive: str, history: History, settings: Settings | None = None) -> str:
    """Return `/changes/` as HTML, before the theme."""
    page = built_with_past(archive, history, settings)["changes/index.md"]
    return laid_out(page, (settings or Settings()).words)
