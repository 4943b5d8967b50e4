"""Compare dates that are not exactly known: what can hold, what cannot, what must."""

from dataclasses import dataclass

from explainer.dates import Edtf
from explainer.entries.claims import Reading

_LONG_AGO, _FAR_AHEAD = -(10**12), 10**12  # day numbers beyond every date that parses


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which something may have happened, widened where a date is in doubt."""

    first: int
    last: int

    def before(self, other: "Window") -> bool:
        """Say whether every day of this window lies before every day of the other."""
        return self.last < other.first

    def meets(self, other: "Window") -> bool:
        """Say whether the two may be the same day."""
        return not self.before(other) and not other.before(self)


def window(date: Edtf) -> Window:
    """Return the days on which something of this date may have happened."""
    first, last = date.loose_bounds()
    return Window(
        _LONG_AGO if first is None else first,
        _FAR_AHEAD if last is None else last,
    )


@dataclass(frozen=True, slots=True)
class Period:
    """A time with a beginning and an end, each of them a window."""

    start: Window
    end: Window

    @classmethod
    def between(cls, start: Edtf, end: Edtf | None) -> "Period":
        """Make a period; without an end it goes on."""
        return cls(
            window(start),
            window(end) if end else Window(_FAR_AHEAD, _FAR_AHEAD),
        )

    def may_hold(self, other: Window) -> bool:
        """Say whether some day of the window can lie within the period."""
        return self.start.first <= other.last and other.first <= self.end.last

    def must_contain(self, other: "Period") -> bool:
        """Say whether the other lies within this period, however their dates are read."""
        return (
            self.start.last <= other.start.first
            and other.end.last <= self.end.first
            and other.start.first > _LONG_AGO
        )


def stated_windows(claim: tuple[Reading[Edtf], ...] | None) -> list[Window]:
    """Return a window for each reading of a date that says something."""
    readings = claim or ()
    return [window(r.value) for r in readings if r.is_stated and isinstance(r.value, Edtf)]
