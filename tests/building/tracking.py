"""Word files as delegations send them back: words of a run struck and put in, as Word does it, by several hands."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from hypothesis import strategies as st

from instrument import library
from instrument.formats import docx
from instrument.formats.docx.parts.package import pack
from instrument.model import Instrument
from instrument.papers.draft import draft
from instrument.papers.setting import Holding
from tests.formats.docx import raw

CLAUSES = Path(__file__).parents[2] / "clauses"
MAIN = "word/document.xml"
A, B, C = (f"Delegation {letter}" for letter in "ABC")
_RUN = re.compile(r"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t[^>]*>([^<]*)</w:t></w:r>")


@cache
def stage(name: str) -> Instrument:
    """A text of the sample convention."""
    return library.open(CLAUSES).completed(name)


@cache
def issued(name: str, holders: Holding = "inline") -> bytes:
    """The same as it is sent out."""
    return docx.write(draft(stage(name), holders=holders, contents=True).value)


def edited(data: bytes, *edits: Callable[[str], str]) -> bytes:
    """A .docx whose main part went through edits."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    xml = parts[MAIN].decode()
    for edit in edits:
        xml = edit(xml)
    return pack({**parts, MAIN: xml.encode()})


def with_part(data: bytes, kind: str, xml: str) -> bytes:
    """A .docx with a part that it has not yet."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    ties = "word/_rels/document.xml.rels"
    parts[ties] = parts[ties].replace(b"</Relationships>", f"{raw.tie(kind, f'{kind}.xml')}</Relationships>".encode())
    return pack({**parts, **raw.part(kind, xml)})


def tracked(old: str, new: str, author: str, date: str = "2026-03-10T09:00:00Z") -> Callable[[str], str]:
    """Words replaced with tracking, once; "" for none."""
    struck = raw.deleted(escape(old), author) if old and not old.startswith("@") else ""
    put_in = raw.inserted(escape(new), author) if new else ""
    return _replaced(old.removeprefix("@"), (struck or raw.run(escape(old.removeprefix("@")))) + put_in, date)


def silent(old: str, new: str) -> Callable[[str], str]:
    """Words replaced without tracking, once."""
    return _replaced(old, raw.run(escape(new)))


def within(old: str, xml: str) -> Callable[[str], str]:
    """Words replaced by any XML, once."""
    return _replaced(old, xml)


def _replaced(old: str, fresh: str, date: str = "") -> Callable[[str], str]:
    def edit(xml: str) -> str:
        for found in _RUN.finditer(xml):
            words = found[1]
            if escape(old) in words:
                before, _, after = words.partition(escape(old))
                look = re.search(r"<w:rPr>.*?</w:rPr>", found[0])
                props = look[0][7:-8] if look else ""
                new = fresh.replace("2026-03-10T09:00:00Z", date) if date else fresh
                pieces = (raw.run(before, props) if before else "", new, raw.run(after, props) if after else "")
                return xml[: found.start()] + "".join(pieces) + xml[found.end() :]
        raise AssertionError(f"no run holds {old!r}")

    return edit


def after_paragraph(words: str, xml: str) -> Callable[[str], str]:
    """XML put in after the paragraph that holds these words."""

    def edit(whole: str) -> str:
        end = whole.index("</w:p>", whole.index(escape(words))) + len("</w:p>")
        return whole[:end] + xml + whole[end:]

    return edit


_WORDS = st.sampled_from(["shall ", "may ", "States ", "the mines ", "within ten years ", "[report] ", "ever "])
_LAYERS: Sequence[tuple[tuple[str, str], ...]] = (
    (), (), (), (("ins", A),), (("del", A),), (("ins", B),), (("del", B),), (("ins", C),), (("ins", A), ("del", B)),
    (("ins", B), ("del", A)), (("ins", A), ("ins", B)), (("del", C), ("ins", A)),
)  # fmt: skip


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A file of a few paragraphs in which three hands have written over one another."""
    paragraphs = [draw(_paragraph(number)) for number in range(1, draw(st.integers(1, 5)) + 1)]
    return raw.document(raw.paragraph(raw.run("Article 1"), style="Heading1"), *paragraphs)


@st.composite
def _paragraph(draw: st.DrawFn, number: int) -> str:
    stretches = draw(st.lists(st.tuples(_WORDS, st.sampled_from(_LAYERS)), min_size=1, max_size=5))
    mark = draw(
        st.sampled_from(("", "", "", raw.end("ins", A), raw.end("del", B), raw.end("ins", B), raw.end("del", A)))
    )
    body = [_stretch(f"{number}. " if place == 0 else "", *each) for place, each in enumerate(stretches)]
    return raw.paragraph(*body, mark=mark)


def _stretch(label: str, words: str, layers: tuple[tuple[str, str], ...]) -> str:
    struck = any(tag == "del" for tag, _ in layers)
    inner = raw.run(label + words)
    if struck:
        inner = inner.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    for tag, author in reversed(layers):
        inner = raw.change(tag, author, inner)
    return inner
