"""Which pages of a site look different in two versions of it: those made from something else."""

from collections.abc import Hashable, Iterator, Mapping
from typing import Any, TypeAlias

from explainer.changes.records import PageChange, What
from explainer.changes.values import data_of
from explainer.entries.entry import DocPath, Entry
from explainer.entries.kinds import Kind
from explainer.pages.build import BuiltPage, PlannedPage
from explainer.pages.urls import url_of

_NO_NAMES: Mapping[str, str] = {}
_UNSEEN = frozenset({"redirect_from"})  # fields that no page shows


Plan: TypeAlias = Mapping[DocPath, PlannedPage]
"""The pages of one version, by their paths."""


class PageComparison:
    """Hold the pages of two versions against each other; each path can be asked for by itself.

    Every page is built on both sides: what others say of an entry shows on its page, too. `moved`
    has the new paths of pages that have another now, by the old ones. Lines in which things stand
    in their files make no difference.
    """

    def __init__(
        self, before: Plan, after: Plan, moved: Mapping[DocPath, DocPath], *, directory_urls: bool
    ) -> None:
        self._before, self._after, self._directory_urls = before, after, directory_urls
        self._former = {new: old for old, new in moved.items()}
        gone = (path for path in before if path not in after and path not in moved)
        self.paths: list[DocPath] = sorted([*after, *gone])

    def at(self, path: DocPath) -> PageChange | None:
        """Return how a page differs; None where it looks the same."""
        old_path = self._former.get(path, path)
        old, new = self._before.get(old_path), self._after.get(path)
        was, now = old.build() if old else None, new.build() if new else None
        if was and now and was.path == now.path and looks_alike(was, now):
            return None
        return _page(was, now, directory_urls=self._directory_urls)


def differing_pages(
    before: Plan, after: Plan, moved: Mapping[DocPath, DocPath], *, directory_urls: bool
) -> Iterator[PageChange]:
    """Yield the pages that are new, gone or made from something else now, by their paths."""
    comparison = PageComparison(before, after, moved, directory_urls=directory_urls)
    yield from filter(None, map(comparison.at, comparison.paths))


def looks_alike(one: BuiltPage, other: BuiltPage) -> bool:
    """Say whether two pages are made from the same."""
    return not any(_differences(one, other))


def _page(old: BuiltPage | None, new: BuiltPage | None, *, directory_urls: bool) -> PageChange:
    page = new or old
    assert page is not None
    is_moved = old is not None and new is not None and old.path != new.path
    what: What = "renamed" if is_moved else "changed"
    if old is None or new is None:
        what = "added" if new else "removed"
    return PageChange(
        path=page.path,
        url=url_of(page.path, directory_urls=directory_urls),
        title=page.title,
        kind=page.kind,
        what=what,
        before=old,
        after=new,
        former=url_of(old.path, directory_urls=directory_urls) if old and is_moved else None,
        parts=tuple(_differences(old, new)) if old and new else (),
    )


def _differences(one: BuiltPage, other: BuiltPage) -> Iterator[str]:
    """Yield what differs: `text`, `title`, and the names of what the template gets."""
    if one.markdown != other.markdown:
        yield "text"
    if (one.title, one.description) != (other.title, other.description):
        yield "title"
    if (one.template, one.assets) != (other.template, other.assets):
        yield "layout"
    for name in dict.fromkeys([*other.context, *one.context]):
        if _plain(one.context.get(name)) != _plain(other.context.get(name)):
            yield name


def _plain(value: Any) -> Any:
    """Return a part of a page's context in a form in which equal ones look alike."""
    if isinstance(value, Kind):
        return value.name
    return _seen_of(value) if isinstance(value, Entry) else value


def _seen_of(entry: Entry[Any]) -> Hashable:
    """Return what a template may show of an entry: its fields, wherever they stand."""
    fields = entry.fields
    names = (name for name in type(fields).model_fields if name not in _UNSEEN)
    return tuple(data_of(getattr(fields, name), _NO_NAMES) for name in names)
