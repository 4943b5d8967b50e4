"""Draw a map: the base map below, marks for places, arcs for legs, and labels that fit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot, sqrt

from explainer.views.arcs import Arc, arc_between
from explainer.views.frame import Frame, Spot, Style, Way, flat_points
from explainer.views.labels import Label, Wanted, place_labels
from explainer.views.lettering import text_width
from explainer.views.outline import Box, box_around
from explainer.views.projection import XY

_SAMPLES = 24


@dataclass(frozen=True, slots=True)
class Mark:
    """One or more places too near each other to be told apart, the most important first."""

    x: float
    y: float
    radius: float
    members: tuple[str, ...]
    label: Label | None
    is_empty: bool
    is_country: bool


@dataclass(frozen=True, slots=True)
class Stroke:
    """The line for one way or for several between the same marks, and where its number stands."""

    ways: tuple[int, ...]
    path: str
    head: str
    width: float
    people: int
    number: XY | None


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that lies above the base map, in the units of its style."""

    style: Style
    height: float
    marks: tuple[Mark, ...]
    strokes: tuple[Stroke, ...]
    inset: Box | None


def draw(
    frame: Frame,
    spots: Sequence[Spot],
    ways: Sequence[Way],
    style: Style,
    *,
    elsewhere: Frame | None = None,
) -> Drawing:
    """Draw spots and ways; names and numbers that another frame shows are left to that one."""
    groups = grouped(frame, spots, style)
    radius = _radii(groups)
    lines = _lines(groups, ways, style)
    paper = Box(0, 0, style.width, frame.height(style)).grown(-2)
    shown = [group for group in groups if paper.holds(_around(group.point, 0))]
    inset = _inset(frame, elsewhere, style) if elsewhere else None
    named = [group for group in shown if not inset or not inset.holds(_around(group.point, 0))]
    full = [_around(group.point, group.radius + 1) for group in shown]
    full += [inset] if inset else [line.head_box for line in lines]
    wanted = [Wanted(g.name, g.point, radius[g.point], style.letters) for g in named]
    labels = place_labels(wanted, paper, full, [pair for line in lines for pair in line.samples])
    by_key = {group.key: label for group, label in zip(named, labels, strict=True)}
    full += [label.box for label in labels if not label.is_hidden]
    return Drawing(
        style,
        frame.height(style),
        tuple(_mark(group, by_key.get(group.key)) for group in shown),
        tuple(_strokes(lines, full, paper, style)),
        inset,
    )


def _inset(frame: Frame, other: Frame, style: Style) -> Box:
    box = other.box
    return box_around(frame.scaled([(box.left, box.top), (box.right, box.bottom)], style))


@dataclass(slots=True)
class Group:
    """Spots that are drawn as one mark, at a point of the drawing."""

    point: XY
    spots: list[Spot]
    style: Style

    @property
    def key(self) -> str:
        """The key of the most important spot."""
        return self.spots[0].key

    @property
    def weight(self) -> int:
        """How much happened there."""
        return sum(spot.weight for spot in self.spots)

    @property
    def radius(self) -> float:
        """The radius of the mark."""
        if not self.weight:
            return self.style.mark * 0.6
        return min(self.style.mark * sqrt(self.weight), self.style.mark * 2.2)

    @property
    def name(self) -> str:
        """The place that the others lie in, or else the most important one."""
        first, *rest = self.spots
        for spot in self.spots:
            if all(spot is other or spot.key in other.within for other in self.spots):
                return spot.title
        places = [spot for spot in rest if spot.is_country == first.is_country]
        return f"{first.title} +{len(places)}" if places else first.title


def grouped(frame: Frame, spots: Sequence[Spot], style: Style) -> list[Group]:
    """Put spots that would touch into one group; countries come first, as ways end at them.

    Of those as important as one another, the first of the `spots` leads.
    """
    flat = flat_points(spots, frame.projection)
    points = dict(zip(flat, frame.scaled(list(flat.values()), style), strict=True))
    ordered = sorted(spots, key=lambda spot: (not spot.is_country, -spot.weight))
    groups: list[Group] = []
    for spot in ordered:
        near = [
            group
            for group in groups
            if _distance(group.point, points[spot.key]) < style.mark * 2
            and group.spots[0].is_country == spot.is_country
        ]
        if near:
            near[0].spots.append(spot)
            continue
        here = [g for g in groups if _distance(g.point, points[spot.key]) < style.mark * 2]
        groups.append(Group(here[0].point if here else points[spot.key], [spot], style))
    return groups


def _distance(one: XY, other: XY) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _around(point: XY, radius: float) -> Box:
    return box_around([point]).grown(radius)


def _mark(group: Group, label: Label | None) -> Mark:
    members = tuple(spot.key for spot in group.spots)
    x, y = group.point
    is_country = group.spots[0].is_country
    return Mark(x, y, group.radius, members, label, not group.weight, is_country)


@dataclass(frozen=True, slots=True)
class _Line:
    """The arc for all ways between the same two points, without its number yet."""

    ways: tuple[int, ...]
    people: int
    arc: Arc
    width: float
    head: float

    @property
    def head_box(self) -> Box:
        """About where the arrowhead is."""
        return _around(self.arc.end, self.head * 0.8)

    @property
    def samples(self) -> Iterator[tuple[XY, float]]:
        """Points along the arc, and how much a label should avoid them."""
        for step in range(_SAMPLES + 1):
            yield self.arc.at(step / _SAMPLES), 1 + self.width / 2


def _radii(groups: Sequence[Group]) -> dict[XY, float]:
    """Return the radius of the largest mark at each point, which several may share."""
    radii: dict[XY, float] = {}
    for group in groups:
        radii[group.point] = max(radii.get(group.point, 0), group.radius)
    return radii


def _lines(groups: Sequence[Group], ways: Sequence[Way], style: Style) -> list[_Line]:
    at = {spot.key: group for group in groups for spot in group.spots}
    radius = _radii(groups)
    found: dict[tuple[XY, XY], list[int]] = {}
    for number, way in enumerate(ways):
        ends = (at[way.origin].point, at[way.destination].point)
        if ends[0] != ends[1]:
            found.setdefault(ends, []).append(number)
    totals = {ends: sum(ways[way].people for way in numbers) for ends, numbers in found.items()}
    most = max(totals.values(), default=1)
    lines = []
    for (start, end), numbers in found.items():
        people = totals[start, end]
        width = max(style.line * min(people / most, people / 4), style.line / 6)
        head = style.line / 2 + 1.3 * width
        arc = arc_between(start, end).trimmed(radius[start] + 2, radius[end] + 2 + head)
        lines.append(_Line(tuple(numbers), people, arc, width, head))
    return lines


def _strokes(
    lines: Sequence[_Line], taken: Sequence[Box], paper: Box, style: Style
) -> Iterator[Stroke]:
    """Yield the lines with their numbers, each where it has room."""
    full = list(taken)
    for line in lines:
        text = str(line.people)
        place = _number_place(text, line.arc, full, paper, style) if line.people > 1 else None
        if place is not None:
            full.append(_number_box(text, place, style))
        head = line.arc.head(line.head)
        yield Stroke(line.ways, line.arc.path, head, line.width, line.people, place)


def _number_place(text: str, arc: Arc, full: Sequence[Box], paper: Box, style: Style) -> XY | None:
    """Return where on an arc its number has room."""
    for step in (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82):
        box = _number_box(text, arc.at(step), style)
        if paper.holds(box) and not any(box.meets(other) for other in full):
            return arc.at(step)
    return None


def _number_box(text: str, point: XY, style: Style) -> Box:
    x, y = point
    width, height = text_width(text, size=style.letters) / 2 + 1, style.letters * 0.55
    return Box(x - width, y - height, x + width, y + height)
