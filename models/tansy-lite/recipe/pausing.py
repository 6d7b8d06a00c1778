"""Sleeps while a file exists, so that a shared machine can be had quiet."""

import time
from pathlib import Path


def wait_while(file: Path | None) -> None:
    while file and file.exists():
        time.sleep(2)
