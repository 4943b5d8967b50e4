"""What each day of a history did to the files of a site, all its revisions taken together."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import groupby

from explainer.entries.entry import DocPath
from explainer.site.files import former_file, page_file
from explainer.site.history import FileChange, Step
from explainer.site.resolve import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class NetChange:
    """What a day did to a file: its path and its content before the day, and after it.

    `now` is where what it holds stands today; None where it does no longer. `when` is the first
    time of the day at which it changed.
    """

    old_path: DocPath
    path: DocPath
    before: str
    after: str
    now: DocPath | None
    when: datetime


def net_changes(steps: Iterable[Step], site: Site) -> Iterator[tuple[date, tuple[NetChange, ...]]]:
    """Yield what every day changed, newest first; the steps are in that order, too."""
    places = _Places(site)
    for day, group in groupby(steps, key=lambda step: step.revision.date.date()):
        of_day = _Day()
        for step in reversed(list(group)):
            for change in step.changes:
                of_day.add(change, step.revision.date)
        yield day, tuple(sorted(of_day.net(places), key=lambda change: change.path))


@dataclass(slots=True)
class _Places:
    """Where on today's site what files once held is; told from the newest day backwards."""

    site: Site
    _moved: dict[DocPath, DocPath | None] = field(default_factory=dict)
    _led: dict[str, DocPath] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Take the former addresses of all entries."""
        for entry in self.site.entries.values():
            for path in entry.fields.redirect_from:
                self._led[former_file(path, directory_urls=True)] = entry.path

    def of(self, path: DocPath) -> DocPath | None:
        """Return the path of today's document; None where there is none."""
        if path in self._moved:
            return self._moved[path]
        if path in self.site.all_documents:
            return path
        return self._led.get(page_file(path, directory_urls=True))

    def move(self, old: DocPath, new: DocPath) -> None:
        """Learn that, before this day, a document stood elsewhere."""
        self._moved[old] = self.of(new)


@dataclass(slots=True)
class _Day:
    """The changes of one day, put together in the order of time."""

    _files: dict[DocPath, NetChange] = field(default_factory=dict)
    _gone: dict[DocPath, NetChange] = field(default_factory=dict)

    def add(self, change: FileChange, when: datetime) -> None:
        """Take one more change; what came and went again on this day leaves nothing."""
        source = change.former or change.path
        known = self._files.pop(source, None) or self._gone.pop(source, None)
        old_path, before = (known.old_path, known.before) if known else (source, change.before)
        net = NetChange(
            old_path=old_path,
            path=change.path,
            before=before,
            after=change.after,
            now=None,
            when=known.when if known else when,
        )
        (self._files if change.after else self._gone)[change.path] = net

    def net(self, places: _Places) -> Iterator[NetChange]:
        """Yield what is left of the day; a file that an entry says it came from is that entry's."""
        gone = [change for change in self._gone.values() if change.before]
        led = {places.of(change.path): change for change in gone}
        for found in self._files.values():
            now = places.of(found.path)
            change = replace(found, now=now)
            old = led.get(now) if now is not None and not found.before else None
            if old is not None:
                gone.remove(old)
                change = replace(change, old_path=old.old_path, before=old.before)
            if change.old_path != change.path:
                places.move(change.old_path, change.path)
            if change.before != change.after or change.old_path != change.path:
                yield change
        yield from (replace(change, now=places.of(change.path)) for change in gone)


def newest_contents(steps: Iterable[Step]) -> Mapping[DocPath, str]:
    """Return what each file held after its last change."""
    found: dict[DocPath, str] = {}
    for step in steps:
        for change in step.changes:
            found.setdefault(change.path, change.after)
            if change.former:
                found.setdefault(change.former, "")
    return found
