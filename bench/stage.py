"""The synthetic site as plain Markdown for MkDocs and Zensical: what our command `stage` makes."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.content import Content
from bench.files import Files, write
from bench.generate import our_site

BUILD = str(Path(__file__).resolve().parent.parent / "build.py")
"""Our program."""


def staged_site(content: Content) -> Files:
    """Yield path and text of every file of the staged site."""
    with TemporaryDirectory(prefix="bench-stage-") as workplace:
        site, staged = Path(workplace, "site"), Path(workplace, "staged")
        write(site, our_site(content))
        command = (sys.executable, BUILD, "stage", "-d", str(staged))
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        subprocess.run(command, cwd=site, env=environment, stdout=subprocess.DEVNULL, check=True)
        for path in sorted(staged.rglob("*")):
            if path.is_file():
                yield path.relative_to(staged).as_posix(), path.read_text(encoding="utf-8")
