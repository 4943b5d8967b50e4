"""A small site with everything that is hard to write down as data."""

from functools import cache

from explainer.data.dataset import Dataset, MakeDataset
from explainer.publish.generator import Plan, plan_of
from explainer.settings import Licence, Settings
from tests.archive import checked, default_subjects

STORY = """
    -- people/ada.md --
    ---
    title: Ada & <Bell>
    summary: "=HYPERLINK(\\"https://example.org\\") is no formula here."
    aliases: ["@ada", "+1", "-ada", "'=ada", Lady Ada]
    names: {ru: Ада}
    born:
      - {value: 1815-12-10, sources: [herald], as_of: 1850, note: in the parish book}
      - {value: 1816, sources: [gazette, herald]}
    died: unknown
    nationality: {value: [GB, NA], sources: [gazette]}
    affiliations:
      - {who: society, role: member, from: 1840, to: 1850-05}
      - {who: secret-society, role: founder}
    detentions:
      - held_by: FR
        from: 1841~
        to: 1842
        place: tower
        legal_status:
          - {value: charged, sources: [herald], as_of: 1841}
          - {value: convicted, sources: [gazette], as_of: 1842}
        sources: [herald, gazette, secret-source]
    sources: [herald, secret-source]
    corrections:
      - {date: 2024-02-03, text: "=2+2 was wrong."}
    see_also: [society, secret-society]
    ---
    Ada wrote to the *[[society|Society]]* in March.[@herald, p. 3; @gazette] She never said why.

    The Tower stood on an island.
    -- people/bob.md --
    ---
    title: Boris Ünlü
    summary: A clerk.
    ---
    -- events/fair.md --
    ---
    title: The fair
    summary: A fair.
    date: -0043-03/1200
    category: talks
    place: tower
    participants: [{who: ada, role: guest}]
    total: {value: withheld, sources: [herald]}
    ---
    -- places/tower.md --
    ---
    title: The Tower
    country: GB
    coordinates: [-51.5, -0.07]
    ---
    -- organisations/society.md --
    ---
    title: The Society
    ---
    -- organisations/secret-society.md --
    ---
    title: Hidden Hand
    draft: true
    ---
    -- sources/herald.md --
    ---
    title: A report
    publisher: The Herald
    url: https://example.org/report
    ---
    -- sources/gazette.md --
    ---
    title: Another report
    publisher: The Gazette
    authors: [A. Bee, "C. Dee; E. Eff"]
    ---
    -- sources/secret-source.md --
    ---
    title: Hidden report
    publisher: Nobody
    draft: true
    ---
    -- notes/method.md --
    # The method

    We read the [[herald]].[@herald, p. 1]
"""

SETTINGS = Settings(
    name="The story",
    url="https://story.example/",
    licence=Licence("CC-BY-4.0", "Attribution", "https://example.org/by/"),
)


@cache
def plan() -> Plan:
    """Return the plan of the site."""
    found = checked(STORY, SETTINGS)
    assert [problem for problem in found.problems if problem.level == "error"] == []
    return plan_of(found.site, default_subjects())


def dataset() -> Dataset:
    """Return the data of the site."""
    return plan().whole.once(MakeDataset(plan().kinds))


def rows(table: str, **where: object) -> list[dict[str, object]]:
    """Return the rows of a table that have these values, by the names of the columns."""
    found = dataset().table(table)
    names = [column.name for column in found.columns]
    named: list[dict[str, object]] = [dict(zip(names, row, strict=True)) for row in found.rows]
    return [row for row in named if all(row[name] == value for name, value in where.items())]
