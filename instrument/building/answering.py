"""The differences between an adopted text and its scrubbed form, what each is, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from instrument.building.dictionary import unknown_words
from instrument.building.disposing import Officer
from instrument.building.texts import in_languages
from instrument.difference.classing import Class, classify
from instrument.difference.comparison import diff
from instrument.difference.correcting import in_print
from instrument.difference.names import clause_name
from instrument.papers.assembly import number_articles
from instrument.papers.scrubbed import Answer
from instrument.problem import Misuse, Problem, Read, Severity, Where
from instrument.proposals.signing import Signature, line_of

if TYPE_CHECKING:
    from instrument.library import Library
    from instrument.model import Instrument

Answers = list[tuple[str, tuple[Answer, ...]]]


@dataclass(frozen=True, slots=True)
class Texts:
    """An adopted text and its scrubbed form, by the names that a person gave them."""

    library: Library | None
    adopted: str
    scrubbed: str

    @property
    def stages(self) -> tuple[str, str]:
        """The names without a language, which is kept beside them."""
        if self.library is None:
            return self.adopted, self.scrubbed
        old, new = (name.rpartition("@")[2].partition(".")[0] for name in (self.adopted, self.scrubbed))
        known = self.library.settings.stages
        return old if old in known else self.adopted, new if new in known else self.scrubbed


def answers(texts: Texts) -> Read[Answers]:
    """Every difference of two texts with what it is and who signed for it, language by language.

    A clause that was adopted in the original alone, and has been translated since, has nothing to be compared with: it
    is named in the problems. Raises `Misuse` for two texts in two languages.
    """
    signatures = texts.library.register.signatures if texts.library else ()
    profile = texts.library.settings.profile if texts.library else "un"
    found: Answers = []
    problems: list[Problem] = []
    for language, old, new in in_languages(texts.library, texts.adopted, texts.scrubbed):
        adopted, scrubbed = (in_print(number_articles(text.printed(profile)), profile) for text in (old, new))
        translated = [clause.id for clause in scrubbed if not adopted.clause(clause.id) and old.whole.clause(clause.id)]
        if translated:
            problems.append(_translated(translated, language, texts.stages))
            scrubbed = scrubbed.with_clauses(clause for clause in scrubbed if clause.id not in translated)
        found.append((language, tuple(_answers(adopted, scrubbed, texts.stages, signatures))))
    return Read(found, tuple(problems))


def unsigned(found: Answers) -> list[Answer]:
    """What somebody has yet to answer for."""
    return [each for _, said in found for each in said if each.difference.kind is Class.OTHER and not each.signature]


def sign(texts: Texts, places: Sequence[str], officer: Officer) -> tuple[Signature, ...]:
    """Record that an officer answers for the differences at places, in each language that is compared; all, or none.

    Raises `Misuse` for a place with no difference to sign for, and without initials or a reason.
    """
    if texts.library is None:
        raise Misuse("a signature is kept in a workspace, and these are two files; compare two stages of it")
    if not officer.initials.strip() or not officer.note.strip():
        raise Misuse("nobody answers for it; say who, with initials, and why, with a note")
    open_ones = [(language, each) for language, said in answers(texts).value for each in unsigned([(language, said)])]
    made = []
    for place in places:
        there = [(language, each.difference) for language, each in open_ones if each.difference.address == place]
        if not there:
            known = ", ".join(dict.fromkeys(each.difference.address for _, each in open_ones)) or "nowhere"
            raise Misuse(f"there is nothing to sign for at {place}; there is at: {known}")
        for language, one in there:
            made.append(
                Signature(
                    place,
                    *texts.stages,
                    language,
                    officer.at,
                    officer.initials,
                    officer.note,
                    one.old,
                    one.new,
                    line_of(one),
                )
            )
    texts.library.confirm(tuple(dict.fromkeys(made)))
    return tuple(made)


def _translated(clauses: Sequence[str], language: str, names: tuple[str, str]) -> Problem:
    message = f'"{names[0]}" has no text in "{language}" to compare this one with: {", ".join(clauses)}'
    hint = f"see whether it says what the original says: instrument concord {names[1]}"
    return Problem("untranslated", Severity.WARNING, Where(f"{names[1]}.{language}"), message, hint)


def _answers(
    adopted: Instrument, scrubbed: Instrument, names: tuple[str, str], signatures: Sequence[Signature]
) -> Iterator[Answer]:
    compared = diff(adopted, scrubbed)
    sides = [side for chapter in compared.chapters for line in chapter.lines for side in (*line.old, line.new) if side]
    called = {each.clause.id: clause_name(each.clause, scrubbed.language) for each in compared.chapters}
    called |= {side.address: side.name for side in sides}
    for difference in classify(compared, unknown_words):
        said = [each for each in signatures if each.covers(difference, names, scrubbed.language)]
        yield Answer(called[difference.address], difference, said[-1] if said else None)
