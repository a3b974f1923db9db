"""Our own template: the parts of it that are files, and the styles by name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def template(part: str) -> str:
    """A part of our own template."""
    return files("instrument.formats.docx").joinpath("template", part).read_text(encoding="utf-8")


@cache
def own_ids() -> Mapping[str, str]:
    """The id of every style in our own template, by its name."""
    pattern = r'<w:style [^>]*w:styleId="([^"]+)">\s*<w:name w:val="([^"]+)"/>'
    return {name: id for id, name in re.findall(pattern, template("styles.xml"))}
