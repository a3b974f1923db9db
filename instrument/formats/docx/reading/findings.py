"""What a walk met that is no text, as problems."""

from __future__ import annotations

from instrument.formats.docx.reading.reading import Reading
from instrument.formats.docx.walking.blocks import Finding
from instrument.formats.docx.walking.walk import Walked
from instrument.problem import Severity

# Nothing of the text is lost with these.
_MET = {"unknown", "field-unbalanced", "field-empty", "field-outside"}


def report_findings(walked: Walked, reading: Reading) -> None:
    """Report what is no text, with the words in it."""
    for finding in walked.findings:
        reading.part, reading.line = reading.shown_part(finding.part), finding.number
        _report(finding, reading)
    reading.part, reading.line = "", 0


def _report(finding: Finding, reading: Reading) -> None:
    code, severity, message = "not-read", Severity.WARNING, f"{finding.what} was not read"
    if finding.code in _MET:
        code, message = finding.code, f"{finding.what} was met"
    elif finding.words and finding.code != "picture":
        # What is said of a picture is no word of the text.
        severity = Severity.ERROR
    if finding.words:
        reading.quote(code, severity, message, finding.words)
    else:
        reading.report(code, severity, message)
