"""What an issued document has besides its text stays where it is, whatever delegations change around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

import instrument
from instrument.building.marking import Amendment, mark
from instrument.changes import apply
from instrument.formats import docx
from instrument.formats.docx.lint import lint
from instrument.formats.docx.walking.view import View
from instrument.model import Cell, Clause, Instrument, Provision, text
from instrument.problem import CannotWrite
from tests import laws
from tests.formats.docx import raw
from tests.formats.docx.press import pressed
from tests.formats.docx.redlines import lines
from tests.formats.docx.treaties import treaty

A, B = "Delegation A", "Delegation B"
SAYS = "Keep this notice."
INNER = f"<w:txbxContent>{raw.paragraph(raw.run(SAYS))}</w:txbxContent>"
BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>'
    f"<wps:txbx>{INNER}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict><v:shape><v:textbox>{INNER}</v:textbox></v:shape></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
).replace(
    "<w:drawing>",
    '<w:drawing xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">',
)
Edit = Callable[[list[Provision]], None]
FIRST, LAST = "1.\tNo State Party shall use ", "cluster munitions within five years."
BOXED = {
    "before it": (BOX, raw.run(FIRST), raw.run(LAST)),
    "in it": (raw.run(FIRST), BOX, raw.run(LAST)),
    "behind it": (raw.run(FIRST), raw.run(LAST), BOX),
}


def document(*inside: str) -> bytes:
    """An article of three paragraphs, the first of which holds what is given."""
    rest = (raw.paragraph(raw.run(words)) for words in ("2.\tThis applies everywhere.", "3.\tAll shall observe it."))
    heading = raw.paragraph(raw.run("Article 1"), style="Heading1")
    return raw.document(heading, raw.paragraph(*inside), *rest)


def marked(data: bytes, **edits: Edit) -> tuple[bytes, Instrument, list[Amendment]]:
    """A document with what each delegation makes of its provisions, by letter."""
    base = docx.read(data, "issued.docx").value
    given = []
    for letter, edit in edits.items():
        provisions = list(base.clauses[0].provisions)
        edit(provisions)
        result = base.with_clauses([replace(base.clauses[0], provisions=tuple(provisions)), *base.clauses[1:]])
        given.append(Amendment(instrument.diff(base, result).changes, (f"Delegation {letter}",), "2026-03-10"))
    return mark(data, base, given).value.data, base, given


def place(provisions: list[Provision], words: str) -> int:
    return next(
        at for at, each in enumerate(provisions) if words in "".join(getattr(p, "chars", "") for p in each.text)
    )


def reworded(old: str, new: str) -> Edit:
    def edit(provisions: list[Provision]) -> None:
        at = place(provisions, old)
        words = "".join(getattr(each, "chars", "|") for each in provisions[at].text).replace(old, new)
        provisions[at] = replace(provisions[at], text=text(words))

    return edit


def joined(first: str, second: str) -> Edit:
    def edit(provisions: list[Provision]) -> None:
        at, other = place(provisions, first), place(provisions, second)
        provisions[at] = replace(provisions[at], text=text(*provisions[at].text, " ", *provisions[other].text))
        del provisions[other]

    return edit


def cut(before: str, label: str) -> Edit:
    def edit(provisions: list[Provision]) -> None:
        at = place(provisions, before)
        (run,) = provisions[at].text
        left, right = getattr(run, "chars", "").split(f" {before}")
        ends = replace(provisions[at], text=text(left)), replace(provisions[at], label=label, text=text(before + right))
        provisions[at : at + 1] = ends

    return edit


def struck(words: str) -> Edit:
    def edit(provisions: list[Provision]) -> None:
        del provisions[place(provisions, words)]

    return edit


def put_in(behind: str, *new: Provision) -> Edit:
    def edit(provisions: list[Provision]) -> None:
        at = place(provisions, behind) + 1
        provisions[at:at] = new

    return edit


def alone(data: bytes, author: str) -> list[str]:
    """What stands in the body for whoever accepts the changes of one delegation and rejects all others."""
    return [line.words for line in lines(data, view_of(author)) if "text box" not in line.place and line.words]


def boxes(data: bytes, view: View) -> list[str]:
    return [line.words for line in lines(data, view) if "text box" in line.place]


def view_of(author: str) -> View:
    return View(frozenset({(author, "2026-03-10T00:00:00Z")}))


def printed(text: Instrument) -> list[str]:
    """The lines of a text, without those of the box."""
    return [
        words
        for clause in text
        for each in ("", *clause.provisions)
        if (words := spoken(each) if isinstance(each, Provision) else clause.label) != SAYS
    ]


def spoken(provision: Provision) -> str:
    words = "".join(getattr(each, "chars", "") for each in provision.text)
    return f"{provision.label}\t{words}" if provision.label else words


EDITS = {
    "a word changes": reworded("five", "ten"),
    "the words around it change": reworded("use cluster munitions", "keep any mines"),
    "two paragraphs become one": joined("cluster", "applies"),
    "one becomes two": cut("cluster", "1 bis."),
    "it is struck": struck("cluster"),
    "one comes behind it": put_in("cluster", Provision(0, "1 bis.", text("Nobody may."))),
}


@pytest.mark.parametrize("where", BOXED)
@pytest.mark.parametrize("says", EDITS)
def test_a_text_box_stays_whatever_happens_to_the_paragraph_around_it(says: str, where: str) -> None:
    data, base, given = marked(document(*BOXED[where]), A=EDITS[says], B=reworded("observe", "respect"))
    for view in (View.ACCEPTED, View.REJECTED, view_of(A), view_of(B)):
        assert boxes(data, view) == [SAYS]
    for each in given:
        assert alone(data, each.author) == printed(apply(each.changes, base))


def test_a_text_box_of_which_the_words_are_struck_is_refused_by_its_words() -> None:
    with pytest.raises(CannotWrite, match="1 of their paragraphs") as refused:
        marked(document(*BOXED["in it"]), A=struck(SAYS))
    assert SAYS in refused.value.problems[0].message


def test_a_field_stays_a_field_where_words_beside_it_change() -> None:
    data = document(raw.run("1.\tSee article "), raw.field("REF _Ref1", raw.run("5")), raw.run(" of this treaty."))
    found, base, given = marked(data, A=reworded("treaty", "convention"))
    assert alone(found, A)[1] == "1.\tSee article {REF _Ref1} of this convention."
    assert docx.tracked(found, "").hands
    assert docx.read(found, "").value == apply(given[0].changes, base)


TABLE = raw.table(raw.row("Fund", "Sum"), raw.row("Trust", "Ten"))


def tabled() -> bytes:
    words = (
        raw.paragraph(raw.run(each)) for each in ("1.\tFunds are these.", "2.\tAll shall pay.", "3.\tNone may leave.")
    )
    one, *rest = words
    return raw.document(raw.paragraph(raw.run("Article 1"), style="Heading1"), one, TABLE, *rest)


@pytest.mark.parametrize("edits", [
    {"A": put_in("Trust", Provision(0, "", text("Aid", Cell(), "Two"))), "B": reworded("leave", "withdraw")},
    {"A": put_in("pay", Provision(0, "", text("Aid", Cell(), "Two"))), "B": reworded("leave", "withdraw")},
], ids=["a row", "a table"])  # fmt: skip
def test_what_one_adds_to_tables_stays_its_own_when_others_write_elsewhere(edits: dict[str, Edit]) -> None:
    data, *_ = marked(tabled(), **edits)
    assert "Aid" in alone(data, A)
    assert "3.\tNone may withdraw." in alone(data, B)
    assert "Aid" not in alone(data, B)
    assert "3.\tNone may leave." in alone(data, A)


def treaty_with(**edits: Edit) -> tuple[bytes, Instrument, list[Amendment]]:
    """A treaty that Word numbers, with what each delegation makes of its second article."""
    data = pressed(treaty(automatic=True))
    base = docx.read(data, "treaty.docx").value
    given = []
    for letter, edit in edits.items():
        provisions = list(base.clause("article-2").provisions)
        edit(provisions)
        clauses = [replace(c, provisions=tuple(provisions)) if c.id == "article-2" else c for c in base]
        result = base.with_clauses(clauses)
        given.append(Amendment(instrument.diff(base, result).changes, (f"Delegation {letter}",), "2026-03-10"))
    return mark(data, base, given).value.data, base, given


@pytest.mark.parametrize(("behind", "label", "is_counted"), [
    ("cooperate", "2 bis.", False), ("in blue", "6.", True), ("in blue", "7.", False), ("in blue", "", False),
])  # fmt: skip
def test_a_new_paragraph_is_numbered_by_word_where_that_prints_its_label_and_else_in_words(
    behind: str, label: str, is_counted: bool
) -> None:
    found, base, (given,) = treaty_with(A=put_in(behind, Provision(0, label, text("Nobody may go there."))))
    assert laws.read_words(docx.read(found, "").value) == laws.read_words(apply(given.changes, base))
    words = "Nobody may go there." if is_counted or not label else f"{label}\tNobody may go there."
    assert words in alone(found, A)
    assert lint(found) == ()


def test_a_new_article_in_a_treaty_that_word_numbers_has_its_number_once() -> None:
    data = pressed(treaty(automatic=True))
    base = docx.read(data, "treaty.docx").value
    items = Provision(0, "1.", text("Each bears its own.")), Provision(1, "(a)", text("save the depositary."))
    fresh = Clause("costs", label="Article 2 bis", heading=text("Costs"), provisions=items)
    result = base.with_clauses([*base.clauses[:3], fresh, *base.clauses[3:]])
    given = Amendment(instrument.diff(base, result).changes, (A,))
    found = docx.read(mark(data, base, [given]).value.data, "").value
    assert [(clause.label, clause.heading) for clause in found] == [(c.label, c.heading) for c in result]
    assert [each.label for each in found.clauses[3].provisions] == ["1.", "(a)"]


def test_articles_that_word_numbers_have_their_numbers_once_where_a_new_one_moves_them_on() -> None:
    data = pressed(treaty(automatic=True))
    base = docx.read(data, "treaty.docx").value
    first, *rest = (each for each in base if each.label)
    fresh = Clause("costs", label="Article 2", heading=text("Costs"), provisions=(Provision(0, "1.", text("Each.")),))
    moved = [replace(each, label=f"Article {number}") for number, each in enumerate(rest, 3)]
    result = base.with_clauses([*(each for each in base if not each.label), first, fresh, *moved])
    found = mark(data, base, [Amendment(instrument.diff(base, result).changes, (A,))])
    assert [each.code for each in found.problems] == []
    read = docx.read(found.value.data, "").value
    assert [(each.label, each.heading) for each in read] == [(each.label, each.heading) for each in result]


def test_labels_typed_with_a_space_stay_where_the_words_behind_them_change() -> None:
    one, two = (raw.paragraph(raw.run(each)) for each in ("1. All shall pay.", "2. None may leave."))
    data = raw.document(raw.paragraph(raw.run("Article 1"), style="Heading1"), one, two)
    found, *_ = marked(data, A=reworded("leave", "withdraw"))
    assert alone(found, A)[1:] == ["1. All shall pay.", "2. None may withdraw."]
