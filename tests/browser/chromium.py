"""Find a Chromium or Chrome for the browser tests; run as a program, get one where none is.

The order, which `make browser` follows:

1. the environment variable `CHROMIUM`;
2. an installed Chromium or Chrome;
3. the one that `playwright install chromium` keeps, downloaded if need be;
4. the system's package `chromium`, where apt-get can be used without a password.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_APPLICATIONS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
)
NONE_FOUND = (
    "The browser tests need Chromium or Chrome, and none was found: "
    "install one, run `make browser`, or name one in the environment variable CHROMIUM."
)
DOWNLOAD_SECONDS = 600


def find_chromium(downloaded: Path) -> Path | None:
    """Return the browser to use, `downloaded` being the place where Playwright keeps its own."""
    named = os.environ.get("CHROMIUM")
    if named:
        path = shutil.which(named)
        return Path(path) if path else None
    for command in COMMANDS:
        path = shutil.which(command)
        if path:
            return Path(path)
    folders = (Path("/Applications"), Path.home() / "Applications")
    candidates = [folder / name for folder in folders for name in MAC_APPLICATIONS]
    return next((path for path in [*candidates, downloaded] if path.is_file()), None)


def downloaded_chromium() -> Path:
    """Return the place where Playwright keeps its own browser, there or not."""
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def install_chromium(downloaded: Path) -> Path | None:
    """Try each way to get a browser, and return the first that starts.

    A downloaded one does not start where the system lacks a library that it needs.
    """
    for commands in (playwright_commands(), debian_commands()):
        if commands and all(succeeds(command) for command in commands):
            found = find_chromium(downloaded)
            if found and succeeds([str(found), "--version"]):
                return found
    return None


def playwright_commands() -> list[list[str]]:
    """Return the commands that download Playwright's own browser."""
    return [[sys.executable, "-m", "playwright", "install", "chromium"]]


def debian_commands() -> list[list[str]]:
    """Return the commands that install the system's package, none where they would not work."""
    if not shutil.which("apt-get"):
        return []
    if os.geteuid() == 0:
        prefix = ["env"]
    elif shutil.which("sudo") and succeeds(["sudo", "-n", "true"]):
        prefix = ["sudo", "-n", "env"]
    else:
        return []
    apt = [*prefix, "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]
    return [[*apt, "update"], [*apt, "install", "--yes", "--no-install-recommends", "chromium"]]


def succeeds(command: list[str]) -> bool:
    """Run `command` where it can be seen, and return whether it worked in time."""
    try:
        done = subprocess.run(
            command, check=False, stdin=subprocess.DEVNULL, timeout=DOWNLOAD_SECONDS
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def main() -> int:
    """Print the browser that the tests will use, having got one if there was none."""
    downloaded = downloaded_chromium()
    found = find_chromium(downloaded)
    if found is None and not os.environ.get("CHROMIUM"):
        found = install_chromium(downloaded)
    if found is None:
        print(NONE_FOUND, file=sys.stderr)
        return 1
    print(f"Browser for the tests: {found}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
