"""What the cells of an issued document have besides their words stays where it is, whatever words of a table change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from instrument.formats import docx
from instrument.formats.docx.lint import lint
from instrument.formats.docx.parts.opened import opened
from instrument.formats.docx.parts.tree import w
from instrument.formats.docx.walking.view import View
from instrument.model import Provision, Run, text
from instrument.problem import CannotWrite
from tests.building.test_marking_foreign import BOX, SAYS, A, B, Edit, alone, boxes, marked, place, reworded, view_of
from tests.formats.docx import raw

PICTURE = (
    '<w:r><w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><wp:inline><wp:extent cx="9" cy="9"/>'
    '<wp:docPr id="7" name="Seal"/><a:graphic><a:graphicData uri="seal"/></a:graphic></wp:inline></w:drawing></w:r>'
)


def celled(*cell: str) -> bytes:
    """An article with a table, of which a cell holds what is given."""
    table = raw.table(raw.row("Fund", "Sum"), raw.row("".join(cell), "Ten"), raw.row("Aid", "Two"))
    first, last = (raw.paragraph(raw.run(words)) for words in ("1.\tFunds are these.", "2.\tAll shall pay."))
    return raw.document(raw.paragraph(raw.run("Article 1"), style="Heading1"), first, table, last)


def in_cells(old: str, new: str) -> Edit:
    """Words of a row reworded, its cells left as they are."""

    def edit(provisions: list[Provision]) -> None:
        at = place(provisions, old)
        atoms = [replace(each, chars=each.chars.replace(old, new)) if isinstance(each, Run) else each
                 for each in provisions[at].text]  # fmt: skip
        provisions[at] = replace(provisions[at], text=text(*atoms))

    return edit


def struck_drawings(data: bytes) -> list[bool]:
    """Whether each drawing of a file stands in a change."""
    body = opened(data, "").document
    return [any(each.iterancestors(w("ins"), w("del"))) for each in body.iter(w("drawing"))]


@pytest.mark.parametrize("thing", [BOX, PICTURE], ids=["a text box", "a picture"])
@pytest.mark.parametrize(("old", "new"), [("fund", "means"), ("Ten", "Twelve"), ("Two", "Three")])
def test_what_is_drawn_in_a_cell_stays_whatever_words_of_the_table_change(old: str, new: str, thing: str) -> None:
    issued = celled(raw.paragraph(raw.run("Trust "), thing, raw.run("fund of all")))
    data, *_ = marked(issued, A=in_cells(old, new), B=reworded("pay", "contribute"))
    assert struck_drawings(data) == [False]
    for view in (View.ACCEPTED, View.REJECTED, view_of(A), view_of(B)):
        assert boxes(data, view) == [SAYS] * (thing == BOX)
    assert [words.replace(old, new) for words in alone(issued, A)] == alone(data, A)
    assert lint(data) == lint(issued)


@pytest.mark.parametrize("new", ["Keep this warning.", ""])
def test_words_of_a_text_box_in_a_cell_are_refused_when_they_change(new: str) -> None:
    issued = celled(raw.paragraph(raw.run("Trust "), BOX, raw.run("fund of all")))
    with pytest.raises(CannotWrite, match="1 of their paragraphs") as refused:
        marked(issued, A=in_cells(SAYS, new))
    assert SAYS in refused.value.problems[0].message


def test_several_paragraphs_of_a_cell_stay_several_where_their_words_change() -> None:
    cell = (raw.paragraph(raw.run("First line is here.")), raw.paragraph(raw.run("Second line is there."), PICTURE))
    data, *_ = marked(celled(*cell), A=in_cells("there", "elsewhere"), B=in_cells("line", "row"))
    assert alone(data, A)[4:6] == ["First line is here.", "Second line is elsewhere."]
    assert alone(data, B)[4:6] == ["First row is here.", "Second row is there."]
    assert struck_drawings(data) == [False]


@pytest.mark.parametrize("thing", [BOX, PICTURE], ids=["a text box", "a picture"])
def test_what_is_drawn_in_a_cell_stays_where_two_files_differ_beside_it(thing: str) -> None:
    old, new = (celled(raw.paragraph(raw.run("Trust "), thing, raw.run(f"{each} of all"))) for each in ("fund", "sum"))
    data = docx.revise(old, new, A, "2026-03-10T00:00:00Z").value.data
    assert struck_drawings(data) == [False]
    assert boxes(data, View.ACCEPTED) == boxes(data, View.REJECTED) == [SAYS] * (thing == BOX)
