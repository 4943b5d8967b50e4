"""The network: what is a link, what the two ends have to do with each other, what is left out."""

from explainer.views.network import Network, network
from tests.views.networks import many
from tests.whole import site_of

SITE = """
-- people/ada.md --
---
title: Ada
summary: A mathematician.
affiliations:
  - {who: society, role: correspondent, from: 1843, to: 1852}
  - {who: club}
see_also: [bob]
---
Met [[bob]] and [[cleo]].
-- people/bob.md --
---
title: Bob
summary: An engineer.
affiliations: [{who: club, from: 1840}]
---
-- people/cleo.md --
---
title: Cleo
summary: Nobody names her.
---
-- organisations/society.md --
---
title: The society
---
-- organisations/club.md --
---
title: The club
---
-- events/meeting.md --
---
title: The meeting
summary: They met.
date: 1843
category: talks
place: london
participants: [{who: ada, role: host}, {who: bob}, {who: ada, role: speaker}]
part_of: season
---
-- events/season.md --
---
title: The season
summary: Many meetings.
date: 1843
category: talks
---
-- places/london.md --
---
title: London
country: GB
---
"""


def network_of(archive: str) -> Network:
    """Return the network of a site."""
    site = site_of(archive)
    return network(site)


def words(found: Network) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return what every entry has to do with those it is linked with."""
    return {
        one: {other: neighbour.words for other, neighbour in others.items()}
        for one, others in found.neighbours.items()
    }


def test_links_are_what_the_facts_say_read_from_both_ends() -> None:
    """A role, or else the relation, with its time; each end says the same, or its inverse."""
    assert words(network_of(SITE)) == {
        "ada": {
            "meeting": ("host", "speaker"),
            "club": ("affiliated",),
            "society": ("correspondent, 1843 to 1852",),
        },
        "bob": {"meeting": ("took part",), "club": ("affiliated, since 1840",)},
        "society": {"ada": ("correspondent, 1843 to 1852",)},
        "club": {"ada": ("affiliated",), "bob": ("affiliated, since 1840",)},
        "meeting": {
            "season": ("this is part of it",),
            "ada": ("host", "speaker"),
            "bob": ("took part",),
        },
        "season": {"meeting": ("part of this",)},
    }


def test_mentions_pointers_and_other_kinds_make_no_link() -> None:
    """Prose, `see_also` and places join nobody; who has no link is alone."""
    found = network_of(SITE)
    assert [entry.id for entry in found.alone] == ["cleo"]
    assert "bob" not in found.of(found.nodes[2].id)
    assert "london" not in found.places
    assert found.links == 6


def test_the_order_is_that_of_reading() -> None:
    """Events, people, organisations; each from A to Z."""
    ids = [entry.id for entry in network_of(SITE).nodes]
    assert ids == ["meeting", "season", "ada", "bob", "club", "society"]


def test_the_most_linked_are_chosen_and_keep_their_order() -> None:
    """Those with equally many links come first who stand first in the order."""
    found = network_of(SITE)
    assert [entry.id for entry in found.most_linked(found.nodes, 3)] == ["meeting", "ada", "bob"]
    assert list(found.links_between(found.most_linked(found.nodes, 3))) == [(0, 1), (0, 2)]


def test_the_order_of_the_files_changes_nothing() -> None:
    """The same entries in another order have the same network."""
    one, other = network_of(many(60)), network_of(many(60, shuffled=True))
    assert [entry.id for entry in one.nodes] == [entry.id for entry in other.nodes]
    assert list(words(one).items()) != []
    assert words(one) == words(other)
    assert {key: list(value) for key, value in words(one).items()} == {
        key: list(value) for key, value in words(other).items()
    }
