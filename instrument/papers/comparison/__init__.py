"""A comparison as a paper: what differs between two texts, inline or in two columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Literal, get_args

from instrument.difference.comparison import Comparison
from instrument.difference.summary import summarize
from instrument.paper import Chars, Layout, Paper, Paragraph, Style, Table
from instrument.papers.assembly import number_articles
from instrument.papers.comparison.entries import Compositor, Entry
from instrument.papers.comparison.folding import fold
from instrument.papers.comparison.front import front
from instrument.papers.comparison.phrases import PHRASES
from instrument.papers.comparison.proof import Press, Proof
from instrument.papers.comparison.sections import Cells, Section, Setter
from instrument.papers.house import HOUSES
from instrument.papers.setting import Setting
from instrument.problem import Misuse, Read

Form = Literal["inline", "columns"]
_PLAIN_LAYOUT = Layout()


def compare(
    comparison: Comparison,
    *,
    profile: str = "un",
    layout: Layout = _PLAIN_LAYOUT,
    form: Form = "inline",
    only_changed: bool = False,
    context: int = 1,
    fold_consequential: bool = False,
    names: tuple[str, str] = ("", ""),
) -> Read[Paper]:
    """The paper that shows a comparison article by article: both texts in one, or side by side in two columns.

    `only_changed` leaves out what is the same in both, save so many lines of `context` around each change;
    `fold_consequential` leaves unmarked the printed numbers that only followed a renumbering; `names` are those of the
    old text and the new. A label that changed stands with its marks at the head of the inlines, as
    `papers.labelling.parted` tells. Every paragraph of a line has its `change`: a fate, or "consequential"; the page's
    own paragraphs among them have "remark" or "folded". References that lead nowhere are problems.

    Raises Misuse for a form that does not exist.

    >>> from instrument.difference.comparison import diff
    >>> from instrument.model import Clause, Instrument, Provision, text
    >>> old, new = (Clause("use", provisions=(Provision(0, "1.", text(words)),)) for words in ("shall", "may"))
    >>> paper = compare(diff(Instrument((old,)), Instrument((new,)))).value
    >>> [(chars.revision.kind, chars.chars) for chars in paper.blocks[-1].inlines]
    [('delete', 'shall'), ('insert', 'may')]
    """
    if form not in get_args(Form):
        raise Misuse(f'There is no form "{form}": choose from {", ".join(get_args(Form))}.')
    language = comparison.result.language
    phrases, house = PHRASES.get(language, PHRASES["en"]), HOUSES.get(language, HOUSES["en"])
    old, new = (
        Setting(number_articles(text), house, profile, "inline") for text in (comparison.base, comparison.result)
    )
    proof, columns = Proof(Press.of(old), Press.of(new)), form == "columns"
    heads = names[0] or phrases.old, names[1] or phrases.new
    title = phrases.title.format(old=heads[0], new=heads[1])
    sections = _sections(comparison, Compositor(proof, phrases, fold_consequential))
    rows = _rows(sections, Setter(phrases, fold_consequential, columns), context if only_changed else None)
    body = (_table(heads, rows),) if columns else (paragraph for row in rows for cell in row for paragraph in cell)
    blocks = (*front(title, summarize(comparison), sections, proof, phrases), *body)
    paper = Paper(title, language, blocks, layout=replace(layout, landscape=True) if columns else layout)
    return Read(paper, tuple(dict.fromkeys((*old.problems, *new.problems))))


def _sections(comparison: Comparison, compositor: Compositor) -> tuple[Section, ...]:
    """The chapters as sections; a clause that is gone may have had the id of another."""
    taken = {clause.id for clause in comparison.result}
    found = []
    for chapter in comparison.chapters:
        clause = chapter.new or chapter.old
        if clause is None:
            continue
        id = clause.id
        while chapter.new is None and id in taken:
            id = f"was-{id}"
        taken.add(id)
        found.append(Section(id, clause, compositor.entries(chapter)))
    return tuple(found)


def _rows(sections: Sequence[Section], setter: Setter, context: int | None) -> Iterator[Cells]:
    """What the lines make, in order; without a context, nothing is folded."""
    for quiet, group in groupby(sections, key=lambda section: context is not None and not section.differs):
        if quiet:
            yield ((setter.quiet(tuple(group)),),)
            continue
        for section in group:
            for line in section.entries if context is None else fold(section.entries, context):
                yield setter.row(section, line) if isinstance(line, Entry) else ((setter.gap(section, line),),)


def _table(names: Sequence[str], rows: Iterable[Cells]) -> Table:
    head = tuple((Paragraph(Style.PROVISION, (Chars(name),)),) for name in names)
    return Table((head, *rows), header=1, widths=(1, 1))
