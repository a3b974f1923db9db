"""What a Word file brings along that is no text: reported, never followed, opened or run."""

from __future__ import annotations

from instrument.formats.docx.parts.opened import Opened
from instrument.formats.docx.parts.package import Relation
from instrument.formats.docx.reading.reading import Reading
from instrument.problem import Severity

# By the last word of the type of the relation that ties it to the document.
_CARRIED = {
    "vbaProject": ("macros", "the file carries macros: they were neither run nor kept"),
    "wordVbaData": ("macros", "the file carries data for macros: it was not kept"),
    "keyMapCustomizations": ("macros", "the file gives keys other meanings: they were not kept"),
    "attachedToolbars": ("macros", "the file carries buttons of its own: they were not kept"),
    "oleObject": ("embedded", "the file carries an object of another program: it was not opened"),
    "package": ("embedded", "the file carries another file inside: it was not opened"),
    "control": ("embedded", "the file carries a control of another program: it was not opened"),
    "aFChunk": ("embedded", "the file carries another file as a part of its text: it was not read"),
    "glossaryDocument": ("building-blocks", "the file carries building blocks, which are no text: they were not read"),
    "chart": ("embedded", "the file carries a chart: it was not read"),
    "diagramData": ("embedded", "the file carries a diagram: it was not read"),
}


def report_dangers(file: Opened, reading: Reading) -> None:
    """Report macros, embedded files, and all that leads outside the file."""
    for part, tie in file.every_relation():
        reading.part = reading.shown_part(part)
        if tie.external:
            _report_outside(tie, reading)
        else:
            code, message = _CARRIED.get(_kind(tie), ("", ""))
            if code:
                reading.report(code, Severity.WARNING, f"{message} ({tie.target})")
    reading.part = ""


def _kind(tie: Relation) -> str:
    return tie.type.rpartition("/")[2]


def _report_outside(tie: Relation, reading: Reading) -> None:
    kind = _kind(tie)
    if kind == "hyperlink":
        message = f"a link leads to {tie.target}: its words were read, its address was not kept"
        reading.report("link", Severity.WARNING, message)
    elif kind == "attachedTemplate":
        message = f"the file is tied to a template, {tie.target}: it was not fetched"
        reading.report("attached-template", Severity.WARNING, message)
    else:
        message = (
            f"the file would fetch something from elsewhere ({kind or 'unknown'}), {tie.target}: it was not fetched"
        )
        reading.report("outside", Severity.WARNING, message)
