"""The lines of a comparison made ready for a page: what happened to each, its words, its remarks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from instrument.difference.view import Chapter, Fate, Line, Side
from instrument.difference.weaving import Did
from instrument.model import Clause, plain, text
from instrument.outline import addresses
from instrument.paper import Chars, Paragraph, Style
from instrument.papers.blocks import blocks
from instrument.papers.comparison.phrases import Phrases
from instrument.papers.comparison.proof import CONSEQUENTIAL, Proof
from instrument.papers.setting import Setting


@dataclass(frozen=True, slots=True)
class Entry:
    """A line on the page: what happened to it, its words with their marks, its label in each text, the remarks on it.

    `change` is a fate, or "consequential" where nothing but printed numbers followed a renumbering.
    """

    line: Line
    change: str
    style: Style
    words: tuple[Chars, ...]
    old_label: str
    new_label: str
    remarks: tuple[str, ...]

    @property
    def side(self) -> Side:
        """Where the line stands on the page: in the old text if it is gone from there, else in the new."""
        if self.line.new and self.line.fate is not Fate.LEFT:
            return self.line.new
        return self.line.old[0]


@dataclass(slots=True)
class Compositor:
    """Sets the chapters of one comparison in order; `begun` are the provisions of which a part has been set."""

    proof: Proof
    phrases: Phrases
    fold_consequential: bool
    begun: set[str] = field(default_factory=set)

    def entries(self, chapter: Chapter) -> list[Entry]:
        """The lines of a chapter; a line that left along with the one above it needs no entry of its own."""
        olds, news = styles_of(chapter.old, self.proof.old.setting), styles_of(chapter.new, self.proof.new.setting)
        found: list[Entry] = []
        head: Line | None = None
        for line in chapter.lines:
            along = head is not None and _goes_along(line, head)
            head = head if along else line
            if not (along and line.fate is Fate.LEFT):
                found.append(self._entry(line, along, news if line.new else olds))
        if found and (moved := tuple(self._moved(chapter))):
            first = found[0]
            found[0] = replace(first, change=_moved_too(first.change), remarks=(*first.remarks, *moved))
        return found

    def _entry(self, line: Line, along: bool, styles: dict[str, Style]) -> Entry:
        words, (old_label, new_label) = self.proof.words(line), self.proof.labels(line)
        if line.split and line.old[0].address in self.begun:
            old_label = ""
        self.begun.update(side.address for side in line.old if line.split)
        entry = Entry(line, line.fate.value, Style.NOTE, words, old_label, new_label, tuple(self._remarks(line, along)))
        style = Style.NOTE if line.fate is Fate.LEFT else styles.get(entry.side.address, Style.NOTE)
        return replace(entry, change=self._change(entry), style=style)

    def _change(self, entry: Entry) -> str:
        """What happened to a line on the page, where a reference may print another number though no word changed."""
        line = entry.line
        followed = [chars.revision.weight == CONSEQUENTIAL for chars in entry.words if chars.revision]
        restyled = any(piece.did is Did.RESTYLED for piece in line.pieces)
        slight = line.fate in (Fate.SAME, Fate.CHANGED) and not (restyled or line.joined or line.split)
        if not slight or not all(followed):
            return line.fate.value
        if entry.old_label != entry.new_label or _shifted(line):
            return Fate.RENUMBERED.value
        return CONSEQUENTIAL if followed and not self.fold_consequential else Fate.SAME.value

    def _remarks(self, line: Line, along: bool) -> Iterator[str]:
        phrases = self.phrases
        sources = phrases.between.join(side.name for side in line.old)
        if line.fate is Fate.LEFT:
            yield phrases.moved_to.format(line.new.name if line.new else "")
            return
        if line.fate is Fate.MOVED and not along and not line.joined and not line.split:
            yield phrases.moved_from.format(sources)
        if line.joined:
            yield phrases.joined.format(sources)
        elif line.split:
            yield phrases.split.format(sources)
        if _shifted(line) and line.fate is not Fate.MOVED:
            yield phrases.level
        if restyled := [plain(piece.text) for piece in line.pieces if piece.did is Did.RESTYLED]:
            yield phrases.emphasis.format(phrases.listed.join(f"“{words.strip()}”" for words in restyled))
        if line.doubt:
            yield phrases.doubtful.format(round(100 * line.doubt))

    def _moved(self, chapter: Chapter) -> Iterator[str]:
        """Where a clause that changed its place stood before."""
        if chapter.fate is not Fate.MOVED or chapter.old is None:
            return
        base = self.proof.old.setting.instrument.clauses
        place = next(place for place, clause in enumerate(base) if clause.id == chapter.old.id)
        yield self.phrases.stood_after.format(name(base[place - 1])) if place else self.phrases.stood_first


def differs(entry: Entry) -> bool:
    return entry.change != Fate.SAME


def name(clause: Clause) -> str:
    """A clause as the page refers to it: its designation, or else its heading, or what it is."""
    return clause.label or plain(clause.heading) or clause.id


def _moved_too(change: str) -> str:
    return Fate.MOVED.value if change == Fate.SAME else change


def _shifted(line: Line) -> bool:
    return bool(line.new and line.old and line.part == "provision" and line.new.depth != line.old[0].depth)


def _goes_along(line: Line, head: Line) -> bool:
    """Whether a line moved with the one it belongs to, and so needs no remark of its own."""
    if line.fate is not head.fate or line.fate not in (Fate.MOVED, Fate.LEFT) or not (line.new and head.new):
        return False
    return line.old[0].address.startswith(f"{head.old[0].address}/") and line.new.address.startswith(
        f"{head.new.address}/"
    )


def styles_of(clause: Clause | None, setting: Setting) -> dict[str, Style]:
    """How the draft would set each line of a clause, by its address: its words alone decide that."""
    if clause is None:
        return {}
    provisions = tuple(replace(provision, text=text(plain(provision.text))) for provision in clause.provisions)
    bare = replace(clause, heading=text("heading"), provisions=provisions, notes=())
    styles = [block.style for block in blocks(bare, setting) if isinstance(block, Paragraph)]
    return dict(zip([f"{clause.id}/heading", *addresses(clause)], styles, strict=True))
