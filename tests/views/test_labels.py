"""Labels: beside what they name, never over one another."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from explainer.views.labels import Wanted, place_labels
from explainer.views.outline import Box, box_around

FRAME = Box(0, 0, 400, 300)
WANTED = st.builds(
    Wanted,
    text=st.sampled_from(["Ulm", "Moscow", "A rather long name", "İstanbul", "北京市"]),
    point=st.tuples(st.floats(0, 400), st.floats(0, 300)),
    radius=st.floats(2, 12),
    size=st.sampled_from([12.0, 16.0]),
)


@given(st.lists(WANTED, max_size=40))
def test_no_two_labels_that_are_shown_touch(wanted: list[Wanted]) -> None:
    """Nor does one touch a mark or leave the drawing; what finds no room is hidden."""
    marks = [box_around([label.point]).grown(label.radius) for label in wanted]
    placed = place_labels(wanted, FRAME, marks, [])
    assert [label.text for label in placed] == [label.text for label in wanted]
    shown = [label.box for label in placed if not label.is_hidden]
    assert not any(one.meets(other) for one, other in combinations(shown, 2))
    assert not any(box.meets(mark) for box in shown for mark in marks)
    assert all(FRAME.holds(box) for box in shown)


def test_a_label_alone_stands_to_the_right() -> None:
    [label] = place_labels([Wanted("Ulm", (200, 150), 5, 12)], FRAME, [], [])
    assert (label.x, label.anchor, label.is_hidden) == (208, "start", False)


def test_at_the_right_edge_it_stands_to_the_left() -> None:
    [label] = place_labels([Wanted("Ulm", (390, 150), 5, 12)], FRAME, [], [])
    assert (label.x, label.anchor) == (382, "end")


def test_it_keeps_off_what_should_stay_in_sight() -> None:
    line = [((200.0 + step, 150.0), 1.0) for step in range(5, 60, 5)]
    [label] = place_labels([Wanted("Ulm", (200, 150), 5, 12)], FRAME, [], line)
    assert label.anchor == "end"


def test_the_first_gets_the_room() -> None:
    crowd = [Wanted(f"Place {number}", (200, 150), 5, 12) for number in range(30)]
    hidden = [label.is_hidden for label in place_labels(crowd, FRAME, [], [])]
    assert hidden[0] is False
    assert hidden[-1] is True
    assert sorted(hidden) == hidden
