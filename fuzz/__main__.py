"""Run a target with atheris: `python -m fuzz dates --minutes 5`.

`make fuzz ARGS="dates --minutes 5"` installs atheris before. What it learns is kept in
`.cache/fuzz/`; an input that makes a target fail is written there, too, and becomes a file in
`fuzz/corpora/`, so that the tests try it from then on.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["explainer"]):
    from fuzz.targets import TARGETS

_CORPORA = Path(__file__).parent / "corpora"
_LEARNT = Path(".cache") / "fuzz"


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz one target until the time is over or it fails; atheris ends the process."""
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--minutes", type=float, default=1.0, help="how long")
    parser.add_argument("--seed", type=int, default=1, help="the same gives the same inputs")
    parser.add_argument("--longest", type=int, default=4_000, help="bytes of an input at most")
    chosen = parser.parse_args(arguments)
    learnt = _LEARNT / chosen.target
    learnt.mkdir(parents=True, exist_ok=True)
    options = [
        f"-max_total_time={round(chosen.minutes * 60)}",
        f"-seed={chosen.seed}",
        f"-max_len={chosen.longest}",
        "-timeout=20",
        "-rss_limit_mb=2048",
        f"-artifact_prefix={learnt.parent}/{chosen.target}-",
        str(learnt),
        str(_CORPORA / chosen.target),
    ]
    words = _CORPORA / f"{chosen.target}.dict"
    if words.exists():
        options.append(f"-dict={words}")
    atheris.Setup([sys.argv[0], *options], TARGETS[chosen.target])
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
