"""The spans of a paragraph as atoms of a text, in the view that is read, with nothing dropped in silence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from instrument import holders
from instrument.formats.docx.parts.carriers import is_hashed
from instrument.formats.docx.parts.stylesheet import Look
from instrument.formats.docx.reading.reading import Reading, StandsFor
from instrument.formats.docx.walking.blocks import OWN_MARK, Block, Frame, Kind, Layer, Revision, Revisions, Span
from instrument.formats.docx.walking.view import former, is_gone
from instrument.model import PLAIN, Atom, Holders, Note, Reference, Run
from instrument.problem import Severity

# The character style of holders that were printed inline.
_HOLDERS = "Holders"
_UNKNOWN_AUTHOR = "unknown"
_WORDS = Kind.WORDS
_REFERENCES = (Kind.FOOTNOTE, Kind.ENDNOTE)
_PRIVATE = range(0xE000, 0xF900)


@dataclass(frozen=True, slots=True)
class Piece:
    """An atom of the text, and the name of the character style it wears."""

    atom: Atom
    style: str = ""


def pieces(block: Block, reading: Reading) -> list[Piece]:
    """The atoms of a paragraph; its tracked changes and what cannot be carried are reported."""
    spans = block.spans
    veil = reading.styles.looks.get(reading.styles.id(block.properties), _BARE)
    if not any(span.revisions for span in spans):
        return _joined(_stretch(spans, reading, veil))
    found: list[Piece] = []
    for revisions, run in groupby(spans, key=_revisions):
        alike = list(run)
        report_revisions(revisions, _words(alike), reading)
        if not is_gone(revisions, reading.view):
            read = _stretch(alike, reading, veil)
            found += _bracketed(read, revisions) if revisions and reading.view.marked else read
    return _joined(found)


_BARE = Look()


def _revisions(span: Span) -> Revisions:
    """The changes of a span without their numbers: programs cut one change into several, as they cut words into runs.

    LibreOffice does so wherever the script changes.
    """
    return tuple(revision._replace(id="") for revision in span.revisions)


def _words(spans: Iterable[Span]) -> str:
    return "".join(span.chars for span in spans if span.kind not in _REFERENCES).strip()


def report_revisions(revisions: Revisions, words: str, reading: Reading) -> None:
    """Say what became of words that somebody changed."""
    if reading.view.marked:
        return
    for revision in revisions:
        added = revision.layer.adds
        what = "move" if revision.move or revision.layer in (Layer.MOVED_FROM, Layer.MOVED_TO) else "insertion"
        what = what if added or what == "move" else "deletion"
        done = _done(revision, reading)
        message = f'a tracked {what} by "{revision.author}" was {done}'
        reading.quote("tracked-change", Severity.WARNING, message, words)


def report_end(block: Block, reading: Reading) -> None:
    """Say what became of the end of a paragraph that somebody changed."""
    for revision in block.mark:
        if not reading.view.marked:
            done = _done(revision, reading)
            message = f'the end of this paragraph, {revision.layer} by "{revision.author}", was {done}'
            reading.report("tracked-change", Severity.WARNING, message)
        elif any(span.revisions != block.mark for span in block.spans):
            message = f'the end of this paragraph was {revision.layer} by "{revision.author}": no bracket says so'
            reading.report("tracked-change", Severity.WARNING, message)


_DONE = {
    (True, True): "taken in",
    (True, False): "left out",
    (False, True): "carried out",
    (False, False): "undone",
}


def _done(revision: Revision, reading: Reading) -> str:
    """What became of a change, by whether it adds words and whether the view takes it."""
    return _DONE[revision.layer.adds, reading.view.takes(revision.author, revision.date)]


def _bracketed(read: list[Piece], revisions: Revisions) -> list[Piece]:
    """What changed, in a square bracket of those who changed it."""
    if not read:
        return []
    by = _names(revision.author for revision in revisions if revision.layer.adds)
    against = _names(revision.author for revision in revisions if not revision.layer.adds)
    held = Holders(by=by, base=not by, against=against)
    first, last = (each.style if each.style != _HOLDERS else "" for each in (read[0], read[-1]))
    return [Piece(Run("["), first), *read, Piece(Run("]"), last), Piece(held)]


def _names(authors: Iterable[str]) -> tuple[str, ...]:
    """The authors of changes; one author may be several delegations, as we write them."""
    names = (name.strip() for author in authors for name in (author or _UNKNOWN_AUTHOR).split(";"))
    return tuple(dict.fromkeys(name for name in names if name))


def _stretch(spans: Sequence[Span], reading: Reading, veil: Look) -> list[Piece]:
    """The atoms of spans that stand side by side: a link or a control of ours is one atom."""
    found: list[Piece] = []
    ours: Frame | None = None
    for span in _told(spans, reading):
        if span.frames:
            if ours is None or ours not in span.frames:
                ours, atom = _of_ours(span, reading)
                if atom is not None:
                    found.append(Piece(atom))
                    reading.stands_for.append(StandsFor(reading.line, atom, span.chars))
            elif span.chars:
                reading.stands_for[-1] = replace(last := reading.stands_for[-1], words=last.words + span.chars)
            if ours is not None:
                continue
        if span.kind is Kind.PRINTED:
            _report_printed(span, found, reading)
            continue
        piece = _piece(span, reading, veil)
        if piece is not None:
            found.append(piece)
    return found


def _report_printed(span: Span, before: list[Piece], reading: Reading) -> None:
    """Report a number, or whatever else, that a field prints and no file holds, and the words it stands after."""
    words = "".join(piece.atom.chars for piece in before if isinstance(piece.atom, Run)).split()[-3:]
    place = f" after '{' '.join(words)}'" if words else ""
    reading.quote("not-read", Severity.ERROR, f"{span.kind}{place} is stored nowhere and was not read", span.chars)


def _told(spans: Sequence[Span], reading: Reading) -> Sequence[Span]:
    """The spans to read; formulas are reported, and the marks of their own that notes have instead of numbers."""
    if all(span.kind is _WORDS for span in spans):
        return spans
    kept: list[Span] = []
    for _, run in groupby(spans, key=attrgetter("run")):
        alike = list(run)
        if alike[0].kind is Kind.FORMULA:
            reading.quote("formula", Severity.GUESS, "a formula was read on one line", _words(alike))
        kept += _without_own_mark(alike, reading)
    return kept


def _without_own_mark(spans: list[Span], reading: Reading) -> list[Span]:
    """The spans of a run up to the mark that a note has of its own: a text names and numbers its notes itself."""
    marked = (place for place, span in enumerate(spans, 1) if any(frame.kind == OWN_MARK for frame in span.frames))
    place = next(marked, len(spans))
    own = _words(spans[place:])
    if not own:
        return spans
    note = spans[place - 1]
    reading.own_marks[note.kind, note.chars] = own
    message = "a note has a mark of its own, which was not read; it goes by a number here"
    reading.quote("note-mark", Severity.WARNING, message, own)
    return spans[:place]


def _of_ours(span: Span, reading: Reading) -> tuple[Frame, Atom] | tuple[None, None]:
    """The outermost frame around a span that is one of ours, and what it stands for."""
    for frame in span.frames:
        atom = _framed(frame, span, reading)
        if atom is not None:
            return frame, atom
    return None, None


def _joined(found: list[Piece]) -> list[Piece]:
    """The same with neighbours that look alike in one: Word cuts words into runs at every turn."""
    if len(found) < 2:
        return found
    joined: list[Piece] = []
    chars: list[str] = []
    for piece in found:
        atom = piece.atom
        if joined and isinstance(atom, Run):
            last = joined[-1]
            if last.style == piece.style and isinstance(last.atom, Run) and last.atom.marks == atom.marks:
                chars.append(atom.chars)
                continue
        _close(joined, chars)
        joined.append(piece)
        chars = [atom.chars] if isinstance(atom, Run) else []
    _close(joined, chars)
    return joined


def _close(joined: list[Piece], chars: list[str]) -> None:
    """Give the last piece all the characters that were found for it."""
    if len(chars) > 1 and isinstance(joined[-1].atom, Run):
        joined[-1] = Piece(Run("".join(chars), joined[-1].atom.marks), joined[-1].style)


def _framed(frame: Frame, span: Span, reading: Reading) -> Atom | None:
    """What a frame stands for, where it is one of ours."""
    if frame.kind == "control":
        kind, _, number = frame.what.partition(":")
        if kind == "holders" and number.isdecimal() and int(number[:9]) < len(reading.held):
            return holders.of(reading.held[int(number[:9])][0])
        return None
    names = [frame.what] if frame.kind == "link" else _field_names(frame.what)
    target = next((found for name in names if (found := reading.target(name))), "")
    if not target:
        if frame not in reading.unled and any(map(is_hashed, names)):
            reading.unled.add(frame)
            message = "a cross-reference was read as words, the file no longer says where it leads"
            reading.quote("reference-lost", Severity.WARNING, message, span.chars)
        return None
    clause, _, anchor = target.partition("#")
    return Reference(clause, anchor, reading.styles.look(span.properties).marks)


def _field_names(instruction: str) -> list[str]:
    """The words in which a REF or HYPERLINK field may name where it leads."""
    name, *rest = instruction.replace('"', " ").split() or [""]
    return rest if name in ("REF", "HYPERLINK") else []


def _piece(span: Span, reading: Reading, veil: Look) -> Piece | None:
    look = reading.styles.look(former(span.properties, reading.view))
    if span.kind is not Kind.WORDS:
        return _special(span, look, reading)
    if look.hidden or veil.hidden:
        if span.chars.strip():
            reading.quote("hidden-words", Severity.ERROR, "hidden words were not read", span.chars)
        return None
    faint = look.faint or veil.faint
    if faint and span.chars.strip():
        reading.quote("faint-words", Severity.WARNING, f"words {faint} were read", span.chars)
    return Piece(Run(span.chars, PLAIN if look.style == "Lead" else look.marks), look.style)


def _special(span: Span, look: Look, reading: Reading) -> Piece | None:
    """A span that is no plain words."""
    if span.kind in _REFERENCES:
        reading.noted.append((span.kind, span.chars))
        return Piece(Note(str(len(reading.noted))))
    if span.kind is Kind.FORMULA:
        return Piece(Run(span.chars, look.marks), look.style)
    if span.kind is Kind.SYMBOL:
        if ord(span.chars) in _PRIVATE:
            number = f"U+{ord(span.chars):04X}"
            message = f"a character of a symbol font was read by its number, {number}: others see a box for it"
            reading.report("symbol", Severity.WARNING, message)
        return Piece(Run(span.chars, look.marks), look.style)
    if span.chars.strip():
        reading.quote("not-read", Severity.ERROR, f"{span.kind}: not read", span.chars)
    return None
