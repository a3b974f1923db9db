"""What takes long is made once, for all the processes that tests run in."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """The folder that `make` fills: the first process that wants it makes it, the others wait."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    try:
        folder.mkdir()
    except FileExistsError:
        while not (folder / "made").exists():
            time.sleep(0.1)
    else:
        try:
            make(folder)
        finally:
            (folder / "made").touch()
    return folder
