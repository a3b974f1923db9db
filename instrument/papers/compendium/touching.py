"""What proposals do to each provision of a base, the same thing said once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from instrument.changes.performing import perform
from instrument.difference.comparison import Comparison
from instrument.difference.names import clause_name, provision_names
from instrument.difference.view import Chapter, Fate, Side, view
from instrument.model import Instrument
from instrument.outline import addresses
from instrument.paper import Paragraph, Style
from instrument.papers.assembly import number_articles
from instrument.papers.comparison.entries import Compositor, Entry, differs, styles_of
from instrument.papers.comparison.phrases import PHRASES
from instrument.papers.comparison.proof import Press, Proof
from instrument.papers.comparison.sections import Section, Setter
from instrument.papers.compendium.submission import Submission
from instrument.papers.house import HOUSES
from instrument.papers.setting import Holding, Setting

_BODY = (Style.PROVISION, Style.RECITAL, Style.FORMULA, Style.NOTE)
_ALIKE = 85  # per cent: from here on, two proposals on one provision may be one


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in the base a proposal works: the place of a clause, and a row in it.

    Row 0 is the heading, row n the n-th provision; what is put in stands behind the row before it.
    """

    clause: int
    row: int
    is_new: bool = False

    @property
    def order(self) -> tuple[int, int, bool]:
        return self.clause, self.row, self.is_new


@dataclass(frozen=True, slots=True)
class Touch:
    """What one or more proposals make of a spot: the lines with their marks, set by one of them."""

    spot: Spot
    section: Section
    entries: tuple[Entry, ...]
    by: tuple[Submission, ...]
    similar: tuple[tuple[Submission, int], ...] = ()

    @property
    def reading(self) -> str:
        """What the lines read when the proposal is taken."""
        return "\n".join(
            "".join(chars.chars for chars in entry.words if not chars.revision or chars.revision.kind == "insert")
            for entry in self.entries
        )


@dataclass(frozen=True, slots=True)
class Ground:
    """The base on the page, and where each of its lines stands."""

    base: Instrument
    profile: str
    holders: Holding

    @property
    def setting(self) -> Setting:
        return self.set(self.base)

    def set(self, text: Instrument) -> Setting:
        return Setting(number_articles(text), HOUSES.get(text.language, HOUSES["en"]), self.profile, self.holders)


def touches(ground: Ground, submissions: Sequence[Submission]) -> tuple[Touch, ...]:
    """Everything that proposals do to a base, in the order of its provisions; proposals on one stand as they came."""
    found: dict[tuple[object, ...], Touch] = {}
    press = Press.of(ground.setting)
    rows = _rows(ground.base)
    for submission in submissions:
        for touch in _touched(ground, press, rows, submission):
            key = (touch.spot, *map(_shown, touch.entries))
            same = found.get(key)
            found[key] = replace(same, by=(*same.by, submission)) if same else touch
    return tuple(_with_similar(sorted(found.values(), key=lambda touch: touch.spot.order)))


def _shown(entry: Entry) -> tuple[object, ...]:
    """All that a page shows of a line: what differs in any of it is another proposal."""
    return entry.words, entry.old_label, entry.new_label, entry.change, entry.style, entry.side.depth, entry.remarks


def _rows(base: Instrument) -> dict[str, Spot]:
    """Where each address of the base stands."""
    return {
        address: Spot(place, row)
        for place, clause in enumerate(base)
        for row, address in enumerate((f"{clause.id}/heading", *addresses(clause)))
    }


def lines(touch: Touch, language: str, depth: int = 1) -> Iterator[Paragraph]:
    """What is made of a spot as paragraphs, below the words that say whose it is.

    Headings are words like others here: the page's own are those of the base.
    """
    setter = Setter(PHRASES.get(language, PHRASES["en"]), fold_consequential=True, columns=False)
    for entry in touch.entries:
        for cell in setter.row(touch.section, entry):
            for each in cell:
                style = each.style if each.style in _BODY else Style.PROVISION
                yield replace(each, depth=each.depth + depth, target="", style=style)


def base_lines(ground: Ground, place: int) -> tuple[Paragraph, ...]:
    """A clause of the base as pages with marks print it: its heading, then each provision, rows of a table too."""
    press = Press.of(ground.setting)
    clause = press.setting.instrument.clauses[place]
    sides = [Side(clause.id, f"{clause.id}/heading", clause.label, 0, clause.heading)]
    sides += [
        Side(clause.id, address, each.label, each.depth, each.text)
        for address, each in zip(addresses(clause), clause.provisions, strict=True)
    ]
    styles, kind = styles_of(clause, press.setting), clause.kind.value
    return tuple(
        Paragraph(
            styles[side.address], tuple(press.set(side.text, side)), side.label, side.depth, clause=clause.id, kind=kind
        )
        for side in sides
    )


def spot_name(ground: Ground, spot: Spot) -> str:
    """What a lawyer calls a spot of the base, or what stands before it if it is new."""
    clause, language = ground.base.clauses[spot.clause], ground.base.language
    if not spot.row:
        return clause_name(clause, language, ground.profile)
    return provision_names(clause, language, ground.profile)[spot.row - 1]


def comparison(base: Instrument, submission: Submission) -> Comparison:
    """A base and what a proposal makes of it."""
    assert submission.changes is not None
    performed = perform(submission.changes, base)
    chapters = view(number_articles(base), number_articles(performed.result), performed.pairing, {})
    return Comparison(base, performed.result, submission.changes, chapters)


def _touched(ground: Ground, press: Press, rows: dict[str, Spot], submission: Submission) -> Iterator[Touch]:
    compared = comparison(ground.base, submission)
    proof = Proof(press, Press.of(ground.set(compared.result)))
    language = ground.base.language
    compositor = Compositor(proof, PHRASES.get(language, PHRASES["en"]), fold_consequential=True)
    spot = Spot(0, 0)
    for chapter in compared.chapters:
        section = _section(chapter, compositor)
        gathered: dict[Spot, list[Entry]] = {}
        if chapter.old is None:
            spot = Spot(spot.clause, len(ground.base.clauses[spot.clause].provisions), is_new=True)
        for entry in section.entries:
            old = entry.line.old[0].address if entry.line.old and entry.line.fate is not Fate.LEFT else ""
            spot = rows.get(old, spot) if old else replace(spot, is_new=True)
            if differs(entry):
                gathered.setdefault(spot, []).append(entry)
        for at, entries in gathered.items():
            yield Touch(at, section, tuple(entries), (submission,))


def _section(chapter: Chapter, compositor: Compositor) -> Section:
    clause = chapter.new or chapter.old
    assert clause is not None
    return Section(clause.id, clause, compositor.entries(chapter))


def _with_similar(found: Sequence[Touch]) -> Iterator[Touch]:
    """Each touch with the others on its spot that are nearly the same."""
    for touch in found:
        similar = [
            (other.by[0], round(fuzz.ratio(touch.reading, other.reading)))
            for other in found
            if other is not touch and other.spot == touch.spot and touch.reading
        ]
        yield replace(touch, similar=tuple(each for each in similar if each[1] >= _ALIKE))
