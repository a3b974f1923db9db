"""Programs drop, double and cut up what carries a text through Word; what can be told is read, what cannot is said."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from instrument.formats.docx import read, write
from instrument.formats.docx.reading.held import reprinted
from instrument.model import Holders, Instrument, Kind, Reference, Run, plain, text
from instrument.paper import Chars, Link, Paper, Paragraph, Style
from instrument.papers.house import HOUSES, House, print_holders
from instrument.problem import Problem
from tests.formats.docx.papers import HELD, line, paper, replaced
from tests.formats.docx.raw import change, document, paragraph, run

LONG = "stockpile-destruction#transfer-for-destruction"
MANIFEST = "word/_rels/document.xml.rels", r'<Relationship Id="rId\d+" Type="[^"]*/customXml" [^>]*/>'


def without_tags(data: bytes) -> bytes:
    """As LibreOffice saves a document."""
    return replaced(data, r'<w:tag w:val="[^>]*>', "")


def without_manifest(given: Paper) -> bytes:
    """As .odt, or Word's document inspector, leaves a document."""
    part, pattern = MANIFEST
    return replaced(without_tags(write(given)), pattern, "", part)


def lines(given: Instrument) -> list[str]:
    return [plain(provision.text) for clause in given for provision in clause.provisions]


def told(data: bytes, code: str) -> list[Problem]:
    return [problem for problem in read(data, "returned.docx").problems if problem.code == code]


def test_words_of_a_clause_that_the_page_says_too_are_read_where_no_control_tells_them_apart() -> None:
    page = Paragraph(Style.FORMULA, (Chars("Agreed."),)), Paragraph(Style.TITLE, (Chars("Remnants"),))
    first = line("Remnants", style=Style.TITLE, clause="title", target="title", kind="title")
    data = write(paper(*page, first, line("Agreed.", clause="use", target="use"), line("Agreed.", clause="use")))
    for each in (data, without_tags(data)):
        found = read(each, "returned.docx").value
        assert lines(found) == ["Agreed.", "Agreed."]
        assert [plain(clause.heading) for clause in found] == ["Remnants", ""]


def test_a_bookmark_that_stands_twice_in_its_paragraph_is_no_anchor_lost() -> None:
    data = write(paper(line("Never.", clause="use", target="use"), line("Ever.", clause="use", target="use#ever")))
    doubled = replaced(data, r'(<w:bookmarkStart )w:id="\d+"( w:name="_cl_use__ever"/>)', r'\1w:id="8"\2\1w:id="9"\2')
    assert told(doubled, "anchor-moved") == []
    assert [each.anchor for each in read(doubled, "").value.clauses[0].provisions] == ["", "ever"]


def test_a_change_that_a_program_cut_into_several_is_one() -> None:
    cut = (change("ins", "A", run(word)).replace('w:id="9"', f'w:id="{id}"') for id, word in enumerate(("ne", "ver ")))
    data = document(paragraph(run("States shall "), *cut, run("use mines.")))
    assert len(told(data, "tracked-change")) == 1
    assert lines(read(data, "", "marked").value) == ["States shall [never ]use mines."]


def test_holders_without_a_control_are_known_in_a_tracked_change() -> None:
    given = paper(line("[shall]", Chars(" (Delegation A)", holders=HELD), " never", clause="use", target="use"))
    put_in = replaced(
        without_tags(write(given)),
        r"<w:r><w:rPr><w:rStyle w:val=\"Holders\"/>.*?</w:r>",
        r'<w:ins w:id="99" w:author="B">\g<0></w:ins>',
    )
    (provision,) = read(put_in, "", "marked").value.clauses[0].provisions
    held = Holders(("Delegation A",), alternative="1")
    assert provision.text == text("[shall][", held, "]", Holders(("B",)), " never")


def referring(target: str) -> Paper:
    clause = "stockpile-destruction"
    return paper(
        line("First.", clause=clause, target=clause),
        line("States may transfer.", clause=clause, target=target),
        line("See ", Link("paragraph 2", target), ".", clause="use", target="use"),
    )


def test_a_reference_to_an_anchor_whose_name_went_with_the_manifest_is_words_and_said() -> None:
    data = without_manifest(referring(LONG))
    assert lines(read(data, "").value) == ["First.", "States may transfer.", "See paragraph 2."]
    (reference,) = told(data, "reference-lost")
    assert '"paragraph 2"' in reference.message
    assert len(told(data, "anchor-moved")) == len(told(data, "manifest-lost")) == 1


def test_a_reference_to_an_anchor_that_its_bookmark_spells_out_needs_no_manifest() -> None:
    data = without_manifest(referring("stockpile-destruction#transfer"))
    last = read(data, "").value.clauses[-1].provisions[0]
    assert last.text == text("See ", Reference("stockpile-destruction", "transfer"), ".")
    assert told(data, "reference-lost") == told(data, "anchor-moved") == []


def test_without_a_manifest_what_the_page_says_of_itself_is_reported_and_no_clause() -> None:
    page = Paragraph(Style.TITLE, (Chars("Draft"),)), Paragraph(Style.LEGEND, (Chars("In brackets: open."),))
    data = without_manifest(paper(*page, line("Never.", clause="use", target="use")))
    assert [clause.id for clause in read(data, "").value] == ["use"]
    assert [re.findall('"(.*)"', each.message) for each in told(data, "page-edge")] == [
        ["Draft"], ["In brackets: open."]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("id", "style", "kind", "is_guess"),
    [
        ("preamble", Style.PROVISION, Kind.PREAMBLE, False),
        ("part-1", Style.PROVISION, Kind.PART, False),
        ("closing", Style.FORMULA, Kind.FINAL, True),
        ("opening", Style.RECITAL, Kind.PREAMBLE, True),
        ("use", Style.PROVISION, Kind.ARTICLE, True),
    ],
)
def test_without_a_manifest_a_kind_is_told_by_the_id_or_guessed_and_said(
    id: str, style: Style, kind: Kind, is_guess: bool
) -> None:
    data = without_manifest(paper(line("Never.", style=style, clause=id, target=id)))
    assert [clause.kind for clause in read(data, "").value] == [kind]
    assert bool(told(data, "guessed-clause")) == is_guess


def test_without_a_manifest_holders_are_told_by_what_was_printed_and_the_guess_is_said() -> None:
    held = Chars(" (base text – delete: Delegation C – issue 1)", holders='{base not="Delegation C" alt=1}')
    data = without_manifest(paper(line("[shall]", held, clause="use", target="use")))
    (provision,) = read(data, "").value.clauses[0].provisions
    assert provision.text == (Run("[shall]"), Holders(base=True, against=("Delegation C",), alternative="1"))
    assert len(told(data, "guessed-holders")) == 1


NAMED = st.lists(st.sampled_from(["Delegation A", "Delegation B", "Group One"]), unique=True, max_size=3).map(tuple)
HELD_BY = st.builds(
    Holders, by=NAMED, base=st.booleans(), against=NAMED, alternative=st.sampled_from(["", "1", "12"]),
    status=st.sampled_from(["", "ad referendum"]), note=st.sampled_from(["", "Delegation F would prefer a recital"]),
).filter(lambda held: bool(held.by or held.base or held.against))  # fmt: skip


@given(HELD_BY, st.sampled_from(list(HOUSES.values())))
def test_holders_that_a_page_printed_are_told_in_every_language(held: Holders, words: House) -> None:
    assert reprinted(words.holders.format(print_holders(held, words))) == held
    assert reprinted(print_holders(held, words)) == held
