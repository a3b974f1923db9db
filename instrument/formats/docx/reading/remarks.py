"""The words of a Word file that stand beside its text: comments, headers and footers. All are reported."""

from __future__ import annotations

from instrument.formats.docx.parts.opened import Opened
from instrument.formats.docx.reading.asides import Comment
from instrument.formats.docx.reading.findings import report_findings
from instrument.formats.docx.reading.reading import Reading
from instrument.formats.docx.walking.walk import walk
from instrument.problem import Severity


def report_comments(found: list[Comment], reading: Reading) -> None:
    """Report every comment, at the paragraph it is fastened to."""
    for comment in found:
        reading.line = 0 if comment.range is None else comment.range.start[0] + 1
        if (reading.line, comment.words) in reading.heard:
            continue
        message = f'a comment by "{comment.author}" was not read: "{comment.words}"'
        reading.report("comment", Severity.WARNING, message)
    reading.line = 0


def report_edges(file: Opened, reading: Reading) -> None:
    """Report what stands at the head and the foot of the pages."""
    for kind in ("header", "footer"):
        for part in file.related(kind):
            walked = walk(file.root(part), part, file.name, file.limits.blocks)
            report_findings(walked, reading)
            words = " ".join(block.words for block in walked.blocks).strip()
            if words:
                reading.report("page-edge", Severity.WARNING, f'the {kind} of the pages was not read: "{words}"')
