"""Where the values of a front matter stand in their file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Location: TypeAlias = tuple[str | int, ...]
Mark: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marks:
    """Where the values of a front matter stand: location to (line, column), from 1.

    The location of a value is its path, `("affiliations", 0, "from")`. `keys` has the marks of the
    fields' names, under the same locations.
    """

    places: Mapping[Location, Mark]
    keys: Mapping[Location, Mark] = field(default_factory=dict)

    def written(self, location: Location) -> Location:
        """Return the location of the nearest value that was written down.

        A model has more structure than the editor may have written: a claim is a tuple of
        readings, and in its short form neither the reading nor its `value` stands in the file.
        Such steps are left out, and so are those that lead nowhere.
        """
        found: Location = ()
        rest = list(location)
        while rest:
            step = rest.pop(0)
            if isinstance(step, int) and rest[:1] == ["value"]:
                if (*found, step, "value") in self.places:
                    found = (*found, step)
                elif (*found, "value") not in self.places:
                    rest.pop(0)  # the short form; a list here is the value itself
            elif (*found, step) in self.places:
                found = (*found, step)
        return found

    def at(self, location: Location, *, key: bool = False) -> Mark:
        """Return the line and column of the nearest value that was written down, or of its name."""
        found = self.written(location)
        if key and found in self.keys:
            return self.keys[found]
        return self.places.get(found, (1, 1))
