"""The command line of the site generator; `python build.py --help` lists the commands."""

import sys
from pathlib import Path

HERE = str(Path(__file__).resolve().parent)


def main() -> int:
    """Run a command, or say in one line how to get what it needs."""
    if HERE not in sys.path:  # Python leaves it out where it is told to trust no folder
        sys.path.insert(0, HERE)
    try:
        from explainer.commands.main import main as run  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "explainer":
            raise
        print(
            f"{error.name} is not installed: run `make site`, which sets everything up, or use "
            "the Python of .venv",
            file=sys.stderr,
        )
        return 2
    return run()


if __name__ == "__main__":
    sys.exit(main())
