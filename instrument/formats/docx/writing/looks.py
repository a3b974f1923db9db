"""The properties that dress runs."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from instrument.model import Mark, Marks


class Script(NamedTuple):
    """What a language's writing asks of every run and paragraph."""

    right_to_left: bool = False
    east_asian: bool = False


SCRIPTS = {"ar": Script(right_to_left=True), "he": Script(right_to_left=True), "fa": Script(right_to_left=True),
           "ur": Script(right_to_left=True), "zh": Script(east_asian=True), "ja": Script(east_asian=True),
           "ko": Script(east_asian=True)}  # fmt: skip


@cache
def run_properties(
    script: Script, marks: Marks = frozenset(), style: str = "", size: int = 0, printed: str = ""
) -> str:
    """The look of a run, in the order the schema wants; both the plain and the complex-script switch of each mark.

    `style` is a character style's id, `size` is in half-points; `printed` is "insert" or "delete" for words that are
    underlined or struck through.
    """
    found = [f'<w:rStyle w:val="{style}"/>'] if style else []
    if script.east_asian:
        found.append('<w:rFonts w:hint="eastAsia"/>')
    if Mark.BOLD in marks:
        found.append("<w:b/><w:bCs/>")
    if Mark.ITALIC in marks:
        found.append("<w:i/><w:iCs/>")
    if printed == "delete":
        found.append("<w:strike/>")
    if size:
        found.append(f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>')
    if printed == "insert":
        found.append('<w:u w:val="single"/>')
    if script.right_to_left:
        found.append("<w:rtl/>")
    return f"<w:rPr>{''.join(found)}</w:rPr>" if found else ""
