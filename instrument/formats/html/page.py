"""A Paper as one HTML page: nothing is fetched, so it reads the same on a train, in an archive and on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

from instrument.formats.html.body import Body
from instrument.formats.html.comparison import is_comparison, script, style, toolbar
from instrument.formats.html.inline import inlines, note_identifier, spoken
from instrument.formats.html.tint import Tint, escape
from instrument.paper import Inline, Layout, Masthead, Paper


def write(paper: Paper) -> bytes:
    """A paper as a self-contained HTML page in UTF-8.

    >>> from instrument.paper import Chars, Paragraph, Style
    >>> page = write(Paper("Use", "en", (Paragraph(Style.PROVISION, (Chars("[Never] & ever."),), "1."),))).decode()
    >>> print(page.splitlines()[-4])
    <p class="provision labelled"><span class="label">1.</span> <span class="b1">[Never]</span> &amp; ever.</p>
    """
    comparing = is_comparison(paper)
    title = escape(paper.title or (paper.masthead.symbol if paper.masthead else ""))
    lines = [
        "<!DOCTYPE html>",
        f"<html {spoken(paper.language)}>",
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{title}</title>",
        f"<style>\n{_style()}{style(paper.language) if comparing else ''}{_sheet(paper.layout)}</style>",
        "</head>",
        "<body>",
        *(toolbar(paper) if comparing else ()),
        *_masthead(paper.masthead),
        "<main>",
        *Body(paper).lines(),
        *_notes(paper.notes),
        "</main>",
        *([f"<script>\n{script()}</script>"] if comparing else ()),
        "</body>",
        "</html>",
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def _style() -> str:
    return files(__package__).joinpath("style.css").read_text(encoding="utf-8")


def _sheet(layout: Layout) -> str:
    """The size of the printed page, and the watermark's words across it."""
    size = "letter" if layout.paper == "Letter" else "A4"
    page = f"@page {{ size: {size}{' landscape' if layout.landscape else ''}; margin: 2.2cm; }}\n"
    if not layout.watermark:
        return page
    words = re.sub(r"[^A-Za-z0-9]", lambda found: f"\\{ord(found[0]):06x}", layout.watermark)
    return page + f'body::before {{ content: "{words}"; }}\n'


def _masthead(head: Masthead | None) -> Iterator[str]:
    if head is None:
        return
    fields = ("body", "symbol", "distribution", "date", "original", "agenda")
    yield '<header class="masthead">'
    yield from (f'<p class="{name}">{escape(words)}</p>' for name in fields if (words := getattr(head, name)))
    yield "</header>"


def _notes(notes: tuple[tuple[Inline, ...], ...]) -> Iterator[str]:
    if not notes:
        return
    yield '<section class="notes" role="doc-endnotes">'
    for index, note in enumerate(notes):
        mark = f'<a class="label" href="#{note_identifier(index, "mark")}" role="doc-backlink">{index + 1}</a>'
        yield f'<p id="{note_identifier(index, "note")}">{mark} {inlines(note, Tint(iter(())))}</p>'
    yield "</section>"
