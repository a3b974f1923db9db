"""A Word file without what says who made it, where, and with what."""

from __future__ import annotations

from instrument.formats.docx.parts.opened import opened
from instrument.formats.docx.parts.package import pack
from instrument.formats.docx.publishing.attribution import (
    report_authors,
    scrub_authors,
    scrub_ids,
    scrub_people,
    scrub_sessions,
)
from instrument.formats.docx.publishing.properties import scrub_properties
from instrument.formats.docx.publishing.scrubbing import Scrubbing
from instrument.formats.docx.publishing.ties import scrub_paths, scrub_printers, scrub_settings, scrub_stores
from instrument.problem import Read


def scrub(data: bytes, name: str = "the document", all: bool = False) -> Read[bytes]:
    """A .docx without the names, paths and traces of those who worked on it; every removal is in the problems.

    The authors of tracked changes and comments stay, for they are delegations; so do clause ids and the receipt.
    `all` takes these away too: every change is then by "Author". No word of the text is touched.

    Raises `CannotRead` for what is no Word file.

    >>> from instrument.formats.docx import write
    >>> from instrument.paper import Chars, Paper, Paragraph, Style
    >>> data = write(Paper("Draft", "en", (Paragraph(Style.TITLE, (Chars("Draft"),)),)))
    >>> scrub(data).problems
    ()
    """
    work = Scrubbing(opened(data, name))
    scrub_properties(work)
    scrub_settings(work)
    scrub_printers(work)
    scrub_stores(work, ours_too=all)
    scrub_sessions(work)
    if all:
        scrub_authors(work)
        scrub_ids(work)
    else:
        scrub_people(work)
        report_authors(work)
    scrub_paths(work)
    return Read(pack(work.parts), tuple(work.problems))
