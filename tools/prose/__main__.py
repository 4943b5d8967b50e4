"""Look for what the house style does not allow: `python -m tools.prose [FOLDER]`."""

import argparse
import sys
from pathlib import Path

from tools.prose.passages import passages, read_site
from tools.prose.rules import findings, read_style


def main() -> int:
    """Print what is to be mended in the content; say by the status whether anything is."""
    parser = argparse.ArgumentParser(prog="python -m tools.prose", description=main.__doc__)
    parser.add_argument("docs", nargs="?", type=Path, default=Path("docs"))
    found = sorted(map(str, findings(passages(read_site(parser.parse_args().docs)), read_style())))
    for line in found:
        print(line)
    print(f"{len(found)} to mend" if found else "Nothing to mend")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
