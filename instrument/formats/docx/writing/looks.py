"""The properties that dress runs."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from instrument.languages import RIGHT_TO_LEFT
from instrument.model import Mark, Marks


class Script(NamedTuple):
    """What a language's writing asks of every run and paragraph."""

    right_to_left: bool = False
    east_asian: bool = False


SCRIPTS = {language: Script(right_to_left=True) for language in RIGHT_TO_LEFT} | {
    language: Script(east_asian=True) for language in ("zh", "ja", "ko")
}


@cache
def run_properties(
    script: Script, marks: Marks = frozenset(), style: str = "", size: int = 0, printed: str = "", tags: str = ""
) -> str:
    """The look of a run, in the order the schema wants; both the plain and the complex-script switch of each mark.

    `style` is a character style's id, `size` is in half-points; `printed` is "insert" or "delete" for words that are
    underlined or struck through; `tags` are the attributes of `w:lang` for words of a language of their own.
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
    if tags:
        found.append(f"<w:lang {tags}/>")
    return f"<w:rPr>{''.join(found)}</w:rPr>" if found else ""
