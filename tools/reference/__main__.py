"""Write the reference: the pages of `reference/`, and the tables of KINDS.md.

    python -m tools.reference

Run by `make reference`.
"""

from tools.reference.writing import ROOT, written


def main() -> None:
    """Write what differs, and name it."""
    for path, text in written(ROOT).items():
        file = ROOT / path
        if not file.exists() or file.read_text("utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            print(path)


if __name__ == "__main__":
    main()
