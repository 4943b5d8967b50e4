"""Sites of any size with a network in them, as archives."""

import random


def many(entries: int, *, seed: int = 3, shuffled: bool = False) -> str:
    """Make a site of people and events, a few of them with very many links."""
    chance = random.Random(seed)
    events = entries // 4
    people = [f"person-{number}" for number in range(entries - events)]
    files = [
        f"-- people/{one}.md --\n---\ntitle: Maximiliane Person-{one[7:]}\nsummary: One.\n---\n"
        for one in people
    ]
    for number in range(events):
        count = min(len(people), int(chance.paretovariate(0.9)) + 1)
        who = "".join(f"  - who: {one}\n" for one in chance.sample(people, count))
        part = f"part_of: event-{chance.randrange(number)}\n" if number % 3 == 2 else ""
        files.append(
            f"-- events/event-{number}.md --\n---\ntitle: The talks of the year {number}\n"
            f"summary: One.\ndate: 2001\ncategory: talks\n{part}participants:\n{who}---\n"
        )
    if shuffled:
        chance.shuffle(files)
    return "".join(files)
