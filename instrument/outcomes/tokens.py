"""The words of a text without its square brackets, and which stretch each of them stands in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from instrument.brackets.reading import HEADING, Point
from instrument.changes.tokens import read
from instrument.comparison.readings import ATOM
from instrument.history.lines import Spot, texts_of
from instrument.model import Clause, Holders, Instrument, Note, Reference, Run, Text, cut
from instrument.outcomes.stretches import Stretch

_BLANKED = str.maketrans("[]", "  ")
_HOLDERS = ATOM + Holders.__name__


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line: as printed, and as compared; the stretches around it, the innermost last.

    `glued` says that nothing but brackets parts it from the word before: "Part[ies]".
    """

    chars: str
    key: str
    owners: tuple[int, ...] = ()
    glued: bool = False

    @property
    def owner(self) -> int:
        """The stretch that the word belongs to, -1 where it is agreed."""
        return self.owners[-1] if self.owners else -1


Lines = dict[Spot, tuple[Word, ...]]


def lines(instrument: Instrument, stretches: Sequence[Stretch]) -> Lines:
    """The words of every line of a text; brackets, the slashes of choices and the names of holders are none.

    >>> from instrument.model import Provision, text
    >>> draft = Instrument((Clause("use", provisions=(Provision(text=text("No Part[y] may")),)),))
    >>> [word.chars for word in lines(draft, ())["use", 0]]
    ['No', 'Part', 'y', 'may']
    """
    within: defaultdict[str, list[tuple[int, Stretch]]] = defaultdict(list)
    for number, stretch in enumerate(stretches):
        within[stretch.clause].append((number, stretch))
    return {
        spot: tuple(_words(content, unit, within[clause.id]))
        for clause in instrument
        for unit, (spot, content) in enumerate(texts_of(clause), start=HEADING)
    }


def unbracketed(instrument: Instrument) -> Instrument:
    """The text without brackets and holders, every word where it was."""
    return instrument.with_clauses(map(_unbracketed, instrument))


def _unbracketed(clause: Clause) -> Clause:
    return replace(
        clause,
        label=clause.label.strip("[]"),
        heading=_blanked(clause.heading),
        provisions=tuple(
            replace(each, label=each.label.strip("[]"), text=_blanked(each.text)) for each in clause.provisions
        ),
        notes=tuple(replace(note, text=_blanked(note.text)) for note in clause.notes),
    )


def _blanked(content: Text, holders: bool = False) -> Text:
    return tuple(
        Run(atom.chars.translate(_BLANKED), atom.marks) if isinstance(atom, Run) else atom
        for atom in content
        if holders or not isinstance(atom, Holders)
    )


def _words(content: Text, unit: int, stretches: Sequence[tuple[int, Stretch]]) -> Iterator[Word]:
    near = [(each, number) for number, each in stretches if each.start.unit <= unit <= each.end.unit]
    ends = [each.end.offset + 1 for each, _ in near if each.what == "choice"]
    chars, last = read((content,)).chars, 0
    blanked = read((_blanked(content, holders=True),))
    for word, start, end in zip(blanked.words, blanked.starts, blanked.ends, strict=True):
        is_slash = word == "/" and any(not chars[at:start].strip() for at in ends if at <= start)
        if word and not is_slash and not word.startswith(_HOLDERS):
            point = Point(unit, True, start)
            owners = tuple(number for each, number in near if each.start <= point <= each.end)
            between = chars[last:start]
            printed = _shown(cut(content, start, end)) if word.startswith(ATOM) else word
            yield Word(printed, word.casefold(), owners, bool(between) and not between.strip("[]"))
        last = end


def _shown(content: Text) -> str:
    """What stands for an atom that has no characters of its own, as a page shows one that leads nowhere."""
    match content:
        case (Reference() as reference,):
            return f"{{@{reference.target}}}"
        case (Note(name),):
            return f"{{^{name}}}"
    return "|"
