"""The machine in words: what results depend on, and nothing of where or whose it is."""

import os
import platform
import re
from datetime import UTC, datetime
from pathlib import Path

import psutil


def machine() -> str:
    """Describe processor, memory, system and Python."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = psutil.virtual_memory().total / 2**30
    python = f"{platform.python_implementation()} {platform.python_version()}"
    system = platform.system()
    return f"{cores} cores of {_processor()}, {memory:.0f} GiB of memory, {system}, {python}"


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    if told.is_file() and (found := re.search(r"model name\s*: (.+)", told.read_text("utf-8"))):
        return " ".join(found[1].split())
    return platform.processor() or platform.machine()


def today() -> str:
    """Return the day of the run, or the one that SOURCE_DATE_EPOCH asks for."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    day = datetime.fromtimestamp(int(seconds), UTC) if seconds else datetime.now(UTC)
    return f"{day:%Y-%m-%d}"
