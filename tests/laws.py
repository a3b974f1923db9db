"""The laws that everything here obeys; tests call them with what Hypothesis and real texts provide."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from instrument import words
from instrument.brackets import resolve
from instrument.building.marking import Amendment, mark
from instrument.building.marking.sharing import shares
from instrument.building.returned import take
from instrument.changes import (
    Changes,
    apply,
    carry,
    compose,
    describe,
    digest,
    from_json,
    invert,
    normal,
    to_json,
)
from instrument.changes.items import Gap, Insert, Part
from instrument.changes.pairing import Pairing
from instrument.difference.comparison import Comparison, diff
from instrument.difference.view import Fate, Line
from instrument.difference.weaving import Did
from instrument.formats import clause as clause_format
from instrument.formats import docx
from instrument.formats import proposal as proposal_format
from instrument.model import Clause, Instrument, Note, Text, plain
from instrument.numbering import renumber
from instrument.numbering.concordance import Concordance, concord
from instrument.papers.assembly import number_articles
from instrument.papers.draft import draft
from instrument.proposals.merging import merge
from instrument.proposals.proposal import Proposal


def words_are_lossless(text: str) -> None:
    """Law 2: the pieces of a text, joined, are the text; no word holds white space."""
    assert "".join(words.split(text)) == text
    assert not any(piece.isspace() or piece == "" for piece in words.words(text))


def a_clause_survives_its_file(clause: Clause) -> None:
    """Law 4 for `.clause`: what is written is read back, comments too, and writing it again gives the same file."""
    written = clause_format.write(clause)
    read = clause_format.read(written, "use.clause", clause.id).value.clause
    assert read == clause, written
    assert comments(read) == comments(clause), written
    assert clause_format.write(read) == written


def an_instrument_survives_its_file(instrument: Instrument) -> None:
    """Law 4 for a `.clause` file of many clauses."""
    written = clause_format.write_instrument(instrument)
    read = clause_format.read_instrument(written, "all.clause").value
    assert read == instrument, written
    assert list(map(comments, read)) == list(map(comments, instrument)), written


def a_proposal_survives_its_file(proposal: Proposal) -> None:
    """Law 4 for `.proposal`: what is written is read back, every word of it, and only its life may be at fault."""
    written = proposal_format.write(proposal)
    read = proposal_format.read(written, "a.proposal")
    assert read.value == proposal, written
    assert proposal_format.write(read.value) == written
    assert {one.code for one in read.problems} <= {"life", "missing", "empty-proposal"}, written


def comments(clause: Clause) -> list[tuple[str, ...]]:
    """The comments on a clause and on each of its provisions, which no comparison sees."""
    return [clause.comments, *(provision.comments for provision in clause.provisions)]


def an_instrument_survives_word(instrument: Instrument) -> None:
    """Laws 4 and 6 for .docx: what is published is read back, and the same text is the same bytes."""
    paper = draft(instrument).value
    written = docx.write(paper)
    assert docx.write(draft(instrument).value) == written
    read = docx.read(written, "text.docx")
    assert read.value == published(instrument)
    assert read.errors == ()


def a_final_numbering_is_final(issued: Instrument) -> None:
    """Numbers that run on run on already; only labels change, and undoing it gives the text that was issued."""
    changes = renumber(issued).value
    final = apply(changes, issued)
    assert renumber(final).value.items == ()
    assert apply(invert(changes, issued), final) == issued
    assert without_labels(final) == without_labels(issued)
    assert [[bool(p.label) for p in clause.provisions] for clause in final] == [
        [bool(p.label) for p in clause.provisions] for clause in issued
    ]


def a_concordance_is_one_to_one(issued: Instrument, final: Instrument) -> None:
    """Of a text under other numbers, each clause and provision has one line, and stands where it stood."""
    concordance = concord([("issued", issued), ("final", final)])
    a_concordance_is_whole(concordance, issued, final)
    pairs = [tuple((cell.clause, cell.index) if cell else None for cell in row.cells) for row in concordance.rows]
    assert all(one == two for one, two in pairs)
    assert len(set(pairs)) == len(pairs)
    assert not any(fate for row in concordance.rows for fate in row.fates)


def a_concordance_is_whole(concordance: Concordance, *texts: Instrument) -> None:
    """Every clause and provision with a label stands in the column of its stage, in the order of the last."""
    for place, instrument in enumerate(texts):
        listed = [(cell.clause, cell.index) for row in concordance.rows if (cell := row.cells[place])]
        labelled = [(clause.id, index) for clause in instrument for index, p in enumerate(clause.provisions) if p.label]
        assert set(labelled) <= set(listed)
        assert {clause.id for clause in instrument if clause.label} <= {id for id, index in listed if index < 0}
    order = {clause.id: place for place, clause in enumerate(texts[-1])}
    last = [(order[cell.clause], cell.index) for row in concordance.rows if (cell := row.cells[-1])]
    assert last == sorted(last)


def without_labels(instrument: Instrument) -> list[Clause]:
    """The clauses of a text with everything but their numbers."""
    return [
        replace(clause, label="", provisions=tuple(replace(p, label="") for p in clause.provisions))
        for clause in instrument
    ]


def published(instrument: Instrument) -> Instrument:
    """An instrument as a page shows it: notes go by their order in a clause, articles have their numbers."""
    return instrument.with_clauses(map(_with_numbered_notes, number_articles(instrument)))


def _with_numbered_notes(clause: Clause) -> Clause:
    marked = (atom for words in clause.body for atom in words if isinstance(atom, Note))
    names = {name: str(number) for number, name in enumerate(dict.fromkeys(atom.name for atom in marked), 1)}

    def renamed(words: Text) -> Text:
        return tuple(Note(names[atom.name]) if isinstance(atom, Note) else atom for atom in words)

    notes = sorted((n for n in clause.notes if n.name in names), key=lambda note: int(names[note.name]))
    return replace(
        clause,
        heading=renamed(clause.heading),
        provisions=tuple(replace(provision, text=renamed(provision.text)) for provision in clause.provisions),
        notes=tuple(replace(note, name=names[note.name]) for note in notes),
    )


def a_difference_leads_there_and_back(base: Instrument, result: Instrument) -> None:
    """Law 1 for two texts whose correspondence nobody told; and the view of it shows every word of both, once."""
    comparison = diff(base, result)
    assert apply(comparison.changes, base) == result
    assert apply(invert(comparison.changes, base), result) == base
    for drop, source in ((Did.INSERTED, base), (Did.DELETED, result)):
        seen = Counter(word for line in comparison_lines(comparison) for word in line_words(line, drop))
        assert seen == Counter(word for clause in source for content in clause.texts for word in text_words(content))


def comparison_lines(comparison: Comparison) -> Iterator[Line]:
    return (line for chapter in comparison.chapters for line in chapter.lines if line.fate is not Fate.LEFT)


def line_words(line: Line, drop: Did) -> list[str]:
    return text_words(tuple(atom for piece in line.pieces if piece.did is not drop for atom in piece.text))


def text_words(content: Text) -> list[str]:
    return words.words(plain(content))


def changes_lead_there_and_back(base: Instrument, result: Instrument, pairing: Pairing) -> None:
    """Law 1: changes make the result of the base, their inverse leads back, and they survive JSON."""
    changes = describe(base, result, pairing)
    assert apply(changes, base) == result
    back = invert(changes, base)
    assert apply(back, result) == base
    assert normal(changes, base) == changes
    assert from_json(json.loads(json.dumps(to_json(changes)))) == changes


def a_returned_file_is_its_changes(base: Instrument, data: bytes) -> None:
    """The silent edits, then what each author did after those before, make the text that Word's Accept All makes."""
    file = docx.tracked(data, "returned.docx")
    returned = take(file, base).value
    accepted = docx.read(data, "returned.docx").value
    text = apply(returned.silent, base)
    for contribution in returned.authors:
        text = apply(contribution.after, text)
    assert [words_of(clause) for clause in text] == [words_of(clause) for clause in accepted]
    assert apply(returned.together, base) == text
    for contribution in returned.authors:
        assert from_json(json.loads(json.dumps(to_json(contribution.changes)))) == contribution.changes
        if not returned.silent:
            mine = file.read(hand for hand in file.hands if hand.author == contribution.author).instrument
            alone = apply(contribution.changes, base)
            assert [words_of(clause) for clause in alone] == [words_of(clause) for clause in mine]


def words_of(clause: Clause) -> list[tuple[str, str]]:
    """What a clause prints, line by line."""
    lines = ((each.label, plain(each.text)) for each in clause.provisions)
    return [(clause.label, plain(clause.heading)), *lines]


def amendments_are_tracked_each_by_its_sponsors(
    issued: bytes | Instrument, base: Instrument, amendments: Sequence[Amendment]
) -> bytes:
    """All rejected, the issued text; all accepted, all amendments; one accepted, the base with that one alone."""
    marked = mark(issued, base, amendments, comments=True).value.data
    file = docx.tracked(marked, "marked.docx")
    document = docx.write(draft(base).value) if isinstance(issued, Instrument) else issued
    assert read_words(docx.read(marked, "", "rejected").value) == read_words(docx.read(document, "").value)
    for amendment in amendments:
        hands = [hand for hand in file.hands if set(amendment.sponsors) & set(hand.author.split("; "))]
        alone = apply(amendment.changes, base)
        assert read_words(file.read(hands).instrument) == printed_words(alone)
    through = Changes(digest(base), digest(base))
    for share in shares(base, amendments):
        mine = Changes(digest(base), "", share.items)
        through = compose(through, carry(mine, through, base).changes, base)
    assert read_words(docx.read(marked, "").value) == printed_words(apply(through, base))
    return marked


def a_rolling_text_holds_every_proposal(base: Instrument, amendments: Sequence[Amendment]) -> None:
    """Law 5: resolved for a delegation, its text; for nobody, the base; in print as in the value, in any order."""
    read = merge(base, amendments)
    rolling = read.value
    assert rolling.resolved(None) == base
    assert wording(resolve(rolling.text, None).value) == wording(resolve(base, None).value)
    for number, amendment in enumerate(rolling.amendments):
        wanted = apply(amendment.changes, base)
        assert rolling.resolved(number) == wanted
        (name,) = amendment.sponsors
        assert wording(resolve(rolling.text, name).value) == wording(resolve(wanted, name).value)
    assert merge(base, amendments[::-1]).value == rolling
    through = Changes(digest(base), digest(base))
    for part in rolling.parted():
        through = compose(through, carry(part.changes, through, base).changes, base)
    assert wording(apply(through, base)) == wording(rolling.text)


def a_second_sponsor_only_adds_a_name(base: Instrument, amendments: Sequence[Amendment]) -> None:
    """Law 5: who joins a proposal changes nothing but who holds it."""
    rolling = merge(base, amendments).value
    again = replace(rolling.amendments[0], sponsors=("Delegation Z",), symbol="DC/99999")
    joined = merge(base, [*amendments, again]).value
    assert unheld(joined.text) == unheld(rolling.text)
    mine = joined.resolved(joined.amendments.index(again))
    assert wording(resolve(joined.text, "Delegation Z").value) == wording(resolve(mine, "Delegation Z").value)


def wording(text: Instrument) -> list[object]:
    """All that a text prints, but for names by which nothing but references find it; a note without a mark does not."""
    return [
        (c.kind, c.label, c.heading, [(p.depth, p.label, p.text) for p in c.provisions], marked_notes(c)) for c in text
    ]


def marked_notes(clause: Clause) -> list[Text]:
    names = {atom.name for words in clause.body for atom in words if isinstance(atom, Note)}
    return [note.text for note in clause.notes if note.name in names]


def unheld(text: Instrument) -> list[str]:
    """The characters that a text prints, brackets but no holders."""
    return [c.label + plain(c.heading) + "".join(p.label + plain(p.text) for p in c.provisions) for c in text]


def read_words(text: Instrument) -> list[list[tuple[str, str]]]:
    return [words_of(clause) for clause in text]


def printed_words(text: Instrument) -> list[list[tuple[str, str]]]:
    """What a text prints, as it is read in a document of its own."""
    return read_words(docx.read(docx.write(draft(text).value), "").value)


def json_of(text: Instrument) -> str:
    """All that a text says, as JSON, to look for words in."""
    return json.dumps(to_json(Changes("", "", (Insert(Gap("", Part.CLAUSE, 0), text.clauses),))), ensure_ascii=False)


def of_json(value: str, like: Instrument) -> Instrument:
    """The text that such JSON stands for."""
    (item,) = from_json(json.loads(value)).items
    assert isinstance(item, Insert)
    return like.with_clauses(each for each in item.units if isinstance(each, Clause))
