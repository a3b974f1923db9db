"""Every edit that a redline has to show, by the sentence that says it: on the description of a treaty, not on a file.

An edit takes a treaty and a number, which says where in it; a treaty with no place for an edit comes back as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from tests.formats.docx.treaties import (
    BREAK,
    NBSP,
    TAB,
    Around,
    Block,
    Box,
    Cell,
    Field,
    Inline,
    Note,
    Paragraph,
    Row,
    Table,
    Treaty,
    Words,
    article,
    note,
    said,
    saved,
    table,
)

Change = Callable[[Treaty, int], Treaty]
A, B = "Delegation A", "Delegation B"


def unprepared(given: Treaty) -> Treaty:
    return given


@dataclass(frozen=True, slots=True)
class Edit:
    """What somebody did, as a sentence, and how; `prepared` makes a treaty what it must be for it.

    `silent` says that it changes nothing that anybody wrote.
    """

    says: str
    change: Change
    prepared: Callable[[Treaty], Treaty] = unprepared
    silent: bool = False

    def pair(self, given: Treaty, at: int = 0) -> tuple[Treaty, Treaty]:
        """The treaty before and after."""
        before = self.prepared(given)
        return before, self.change(before, at)


EDITS: list[Edit] = []


def edit(
    says: str, prepared: Callable[[Treaty], Treaty] = unprepared, silent: bool = False
) -> Callable[[Change], Edit]:
    """Enter an edit in the list."""

    def entered(change: Change) -> Edit:
        EDITS.append(Edit(says, change, prepared, silent))
        return EDITS[-1]

    return entered


def named(says: str) -> Edit:
    return next(each for each in EDITS if each.says == says)


# How edits find their place.


def places(given: Treaty, fits: Callable[[Block], bool]) -> list[int]:
    return [place for place, block in enumerate(given.blocks) if fits(block)]


def spliced(given: Treaty, place: int, until: int, *blocks: Block) -> Treaty:
    return replace(given, blocks=(*given.blocks[:place], *blocks, *given.blocks[until:]))


def on(fits: Callable[[Block], bool], change: Callable[[Paragraph], Iterable[Block]]) -> Change:
    """An edit of the paragraph that fits and is met at a number."""

    def changed(given: Treaty, at: int) -> Treaty:
        found = places(given, fits)
        if not found:
            return given
        place = found[at % len(found)]
        block = given.blocks[place]
        assert isinstance(block, Paragraph)
        return spliced(given, place, place + 1, *change(block))

    return changed


def on_table(change: Callable[[Table], Iterable[Block]]) -> Change:
    def changed(given: Treaty, at: int) -> Treaty:
        found = places(given, lambda block: isinstance(block, Table))
        if not found:
            return given
        block = given.blocks[found[0]]
        assert isinstance(block, Table)
        small = len(block.rows) < 3 or len(block.rows[0].cells) < 2
        return given if small else spliced(given, found[0], found[0] + 1, *change(block))

    return changed


def plain(inlines: Iterable[Inline]) -> str:
    """The words of inlines, those around which something stands too."""
    return "".join(
        each.chars if isinstance(each, Words) else plain(each.inside) if isinstance(each, Around) else ""
        for each in inlines
    )


def of(*kinds: str, saying: str = "") -> Callable[[Block], bool]:
    return lambda block: isinstance(block, Paragraph) and block.kind in kinds and saying in plain(block.inlines)


def ends_section(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.section


def holding(kind: type[Inline]) -> Callable[[Block], bool]:
    return lambda block: isinstance(block, Paragraph) and any(isinstance(each, kind) for each in block.inlines)


def reworded(given: tuple[Inline, ...], old: str, new: str) -> tuple[Inline, ...]:
    """The inlines with some words for others, wherever they stand whole in one of them, once."""
    for place, each in enumerate(given):
        if isinstance(each, Words) and old in each.chars:
            changed: Inline = replace(each, chars=each.chars.replace(old, new, 1))
        elif isinstance(each, Around) and old in plain(each.inside):
            changed = replace(each, inside=reworded(each.inside, old, new))
        else:
            continue
        return (*given[:place], changed, *given[place + 1 :])
    return given


def words(kind: str, old: str, new: str) -> Change:
    """An edit that puts words for words."""
    return on(of(kind, saying=old), lambda block: [replace(block, inlines=reworded(block.inlines, old, new))])


def parted(inlines: tuple[Inline, ...], old: str, look: str) -> tuple[Inline, ...]:
    """The inlines with some words in another look."""
    for place, each in enumerate(inlines):
        if isinstance(each, Words) and old in each.chars:
            before, _, after = each.chars.partition(old)
            pieces = (replace(each, chars=before), Words(old, look), replace(each, chars=after))
            return (*inlines[:place], *(piece for piece in pieces if piece.chars), *inlines[place + 1 :])
    return inlines


def whole(change: Callable[[Treaty], Treaty]) -> Change:
    return lambda given, at: change(given)


def articles(given: Treaty) -> list[tuple[int, int]]:
    """Where articles begin and end."""
    starts = places(given, of("article"))
    ends = [*starts[1:], *places(given, of("text", saying="The time limits"))[:1]]
    return list(zip(starts, ends, strict=False))


# Words.

edit("one word stands for another")(words("provision", "shall", "should"))
edit("words are put in")(words("provision", "shall", "shall, where appropriate,"))
edit("words are taken out")(words("provision", " to prevent and reduce pollution", ""))
edit("the first word of a paragraph is another")(words("text", "The depositary", "A depositary"))
edit("the last word of a paragraph is another")(words("text", "keep the original.", "keep the originals."))
edit("an alternative is added in brackets")(words("provision", "shall", "[shall][should]"))
edit("an alternative is added to one in brackets")(words("provision", "[take", "[make][take"))
edit("a bracket in a bracket is opened and its words changed")(words("provision", "[appropriate]", "[all [necessary]]"))
edit("brackets are lifted")(words("provision", "[take [appropriate] measures]", "take appropriate measures"))
edit("a capital becomes a small letter")(words("provision", "Party", "party"))
edit("curly quotation marks become straight")(words("text", "“the common heritage”", '"the common heritage"'))
edit("a dash becomes a hyphen")(words("text", "– as", "- as"))
edit("a non-breaking space becomes a plain one")(words("text", f"{NBSP}les", " les"))
edit("a space becomes two")(words("provision", "shall ", "shall  "))
edit("a space at the end is put in")(words("text", "affects article 1.", "affects article 1. "))
edit("Chinese words are changed")(words("provision", "防止、减少和控制", "预防和控制"))
edit("Arabic words are changed")(words("provision", "اللازمة", "المناسبة"))
edit("French punctuation is changed")(words("text", f"{NBSP}; l’été", f"{NBSP}: l’été"))
edit("combining accents are changed")(words("provision", "de\u0301po\u0302t", "depo\u0302t"))
edit("combining accents become single characters")(words("provision", "de\u0301po\u0302t", "dépôt"))
edit("a word after a tab in a heading is another")(words("article", f"{TAB}and scope", f"{TAB}and purpose"))
edit("a tab in a heading becomes a space")(words("article", f"{TAB}and", " and"))
edit("a line break in a heading becomes a tab")(words("article", BREAK, TAB))
edit("a line break is put in")(words("text", "seat of", f"seat{BREAK}of"))
edit("a paragraph is written anew")(
    on(of("provision", saying="pollution"), lambda block: [said("provision", "No State is bound against its will.")])
)

# Paragraphs.

edit("a paragraph is put in")(
    on(of("provision", saying="Party"), lambda block: [block, said("provision", "A Party may ask for help.")])
)
edit("a paragraph is taken out")(on(of("provision", saying="shall"), lambda block: []))
edit("an item is put in")(on(of("item"), lambda block: [said("item", "“sea” means all salt water;"), block]))
edit("an item is taken out")(on(of("item"), lambda block: []))
edit("one of several repeated paragraphs is taken out")(on(of("provision", saying="Reserved."), lambda block: []))
edit("a repeated paragraph is put in once more")(on(of("provision", saying="Reserved."), lambda block: [block, block]))
edit("an empty paragraph is put in")(on(of("provision", saying="shall"), lambda block: [block, said("text")]))
edit("an empty paragraph is taken out")(
    on(lambda block: isinstance(block, Paragraph) and not block.inlines and not block.section, lambda block: [])
)
edit("the first paragraph is taken out")(whole(lambda given: spliced(given, 0, 1)))
edit("a first paragraph is put in")(whole(lambda given: spliced(given, 0, 0, said("text", "Annex to the decision"))))


@edit("the last paragraph is taken out")
def _last_out(given: Treaty, at: int) -> Treaty:
    # Word puts a paragraph behind a table that would be the last thing in a document.
    bare = ends_section(given.blocks[-2]) or isinstance(given.blocks[-2], Table)
    return given if bare else replace(given, blocks=given.blocks[:-1])


edit("a last paragraph is put in")(
    whole(lambda given: spliced(given, len(given.blocks), len(given.blocks), said("text", "Signed by all.")))
)


@edit("the last section is taken out")
def _last_section_out(given: Treaty, at: int) -> Treaty:
    found = places(given, ends_section)
    bare = not found or isinstance(given.blocks[found[-1] - 1], Table)
    return given if bare else spliced(given, found[-1], len(given.blocks))


edit("the paragraph before a table is taken out")(on(of("text", saying="The time limits"), lambda block: []))
edit("the paragraph after a table is taken out")(on(of("text", saying="Nothing in the table"), lambda block: []))
edit("the paragraph before the end of a section is taken out")(
    on(of("text", saying="Nothing in the table"), lambda block: [])
)
edit("a section ends behind a paragraph")(
    on(of("text", saying="Have agreed"), lambda block: [replace(block, section="Annex")])
)
edit("a section ends behind a paragraph with other words")(
    on(of("text", saying="Have agreed"), lambda block: [said("text", "Have hereby agreed:", section="Annex")])
)
edit("the end of a section is taken out")(on(ends_section, lambda block: []))


def halves(block: Paragraph, kind: str = "") -> list[Block]:
    """A paragraph cut in two before its verb."""
    place = next(number for number, each in enumerate(block.inlines) if "shall" in plain([each]))
    verbal = block.inlines[place]
    assert isinstance(verbal, Words)
    start, verb, end = verbal.chars.partition("shall")
    first = replace(block, inlines=(*block.inlines[:place], replace(verbal, chars=start)))
    rest = (replace(verbal, chars=verb + end), *block.inlines[place + 1 :])
    return [first, replace(block, kind=kind or block.kind, inlines=rest)]


plainly = of("text", saying="The depositary shall")


def simple(block: Block) -> bool:
    """Whether a block is a plain numbered paragraph without a note, which pandoc would take into the note."""
    return of("provision", saying=" shall, as soon")(block) and not holding(Note)(block)


def with_articles(given: Treaty) -> Treaty:
    """The treaty with plain articles in its middle, one of them of thirty paragraphs."""
    place = articles(given)[1][1]
    return spliced(given, place, place, *article(11), *article(12, 26), *article(13), *article(14))


edit("a paragraph is split in two")(on(plainly, halves))
edit("a numbered paragraph is split in two, both numbered", with_articles)(on(simple, halves))
edit("a numbered paragraph is split in two, the second without a number", with_articles)(
    on(simple, lambda block: halves(block, "text"))
)
edit("a paragraph is split in two and edited")(
    on(plainly, lambda block: [*halves(block)[:1], said("text", "shall keep the only original.")])
)


@edit("two paragraphs are joined")
def _joined(given: Treaty, at: int) -> Treaty:
    found = places(given, of("text", saying="The depositary"))
    if not found or found[0] + 1 >= len(given.blocks):
        return given
    first, second = given.blocks[found[0] : found[0] + 2]
    assert isinstance(first, Paragraph) and isinstance(second, Paragraph)
    return spliced(
        given, found[0], found[0] + 2, replace(second, inlines=(*first.inlines, Words(" "), *second.inlines))
    )


# Articles, and what moves.


@edit("an article is put in, and those after it are renumbered")
def _article_in(given: Treaty, at: int) -> Treaty:
    found = articles(given)
    start = found[at % len(found)][0] if found else 0
    return spliced(given, start, start, *article(1000 + at))


@edit("an article is taken out, and those after it are renumbered", with_articles)
def _article_out(given: Treaty, at: int) -> Treaty:
    found = articles(given)
    return spliced(given, *found[(at + 2) % len(found)]) if found else given


def moved(given: Treaty, start: int, end: int, to: int, *blocks: Block) -> Treaty:
    """The blocks from a start to an end put before a later place, perhaps as others."""
    taken = blocks or given.blocks[start:end]
    return replace(given, blocks=(*given.blocks[:start], *given.blocks[end:to], *taken, *given.blocks[to:]))


@edit("an article of thirty paragraphs is moved", with_articles)
def _article_moved(given: Treaty, at: int) -> Treaty:
    found = articles(given)
    return moved(given, *found[3], found[5][0]) if len(found) > 5 else given


@edit("an article of thirty paragraphs is moved and edited", with_articles)
def _article_moved_and_edited(given: Treaty, at: int) -> Treaty:
    found = articles(given)
    if len(found) <= 5:
        return given
    start, end = found[3]
    blocks = list(given.blocks[start:end])
    for place, block in enumerate(blocks):
        if place % 9 == 4 and isinstance(block, Paragraph):
            blocks[place] = replace(block, inlines=(Words("Without delay, "), *block.inlines))
    return moved(given, start, end, found[5][0], *blocks)


@edit("a paragraph is moved", with_articles)
def _paragraph_moved(given: Treaty, at: int) -> Treaty:
    found = places(given, of("provision", saying="State"))
    return moved(given, found[1], found[1] + 1, found[6]) if len(found) > 6 else given


@edit("a paragraph is moved and edited", with_articles)
def _paragraph_moved_and_edited(given: Treaty, at: int) -> Treaty:
    found = places(given, of("provision", saying="State"))
    if len(found) <= 6:
        return given
    block = given.blocks[found[1]]
    assert isinstance(block, Paragraph)
    changed = replace(block, inlines=(*reworded(block.inlines, "Each State", "Every State"), Words(" At once.")))
    return moved(given, found[1], found[1] + 1, found[6], changed)


@edit("two paragraphs change places", with_articles)
def _changed_places(given: Treaty, at: int) -> Treaty:
    found = places(given, of("provision", saying="State"))
    if len(found) < 2:
        return given
    one, other = found[0], found[-1]
    blocks = list(given.blocks)
    blocks[one], blocks[other] = blocks[other], blocks[one]
    return replace(given, blocks=tuple(blocks))


# How it looks.

edit("words become bold")(
    on(
        of("provision", saying="pollution"),
        lambda block: [replace(block, inlines=parted(block.inlines, "pollution", "b"))],
    )
)
edit("words become bold and others are put in")(
    on(
        of("provision", saying="pollution"),
        lambda block: [
            replace(block, inlines=reworded(parted(block.inlines, "pollution", "b"), "Each", "Each and every"))
        ],
    )
)
edit("words are no longer in italics")(
    on(of("text", saying="Recalling"), lambda block: [replace(block, inlines=(Words(plain(block.inlines)),))])
)
edit("a paragraph wears another style")(
    on(of("text", saying="The depositary"), lambda block: [replace(block, style="Quote")])
)
edit("a paragraph wears another style and has other words")(
    on(of("text", saying="The depositary"), lambda block: [said("text", "The depositary keeps it.", style="Quote")])
)
edit("an item becomes a paragraph of its own")(on(of("item"), lambda block: [replace(block, kind="provision")]))
edit("a paragraph becomes an item")(
    on(of("provision", saying="Reserved."), lambda block: [replace(block, kind="item")])
)
edit("a paragraph begins a page")(
    on(of("text", saying="Have agreed"), lambda block: [replace(block, look="pageBreakBefore")])
)

edit("the mark of a paragraph becomes bold")(
    on(of("text", saying="Have agreed"), lambda block: [replace(block, mark_look="b")])
)
edit("a paragraph and its mark look otherwise")(
    on(of("provision", saying="pollution"), lambda block: [replace(block, look="keepNext", mark_look="i")])
)

# Footnotes.


def with_note(block: Paragraph, at: int, change: Callable[[Note], Iterable[Inline]]) -> Paragraph:
    """A paragraph with one of its notes changed."""
    found = [place for place, each in enumerate(block.inlines) if isinstance(each, Note)]
    place = found[at % len(found)]
    given = block.inlines[place]
    assert isinstance(given, Note)
    return replace(block, inlines=(*block.inlines[:place], *change(given), *block.inlines[place + 1 :]))


noted = holding(Note)
edit("the words of a footnote are changed")(
    on(noted, lambda block: [with_note(block, 0, lambda given: [note("See document 5, as revised.")])])
)
edit("a paragraph is added to a footnote")(
    on(noted, lambda block: [with_note(block, 0, lambda given: [Note((*given.paragraphs, said("note", "More.")))])])
)
edit("a footnote is put in between two others")(
    on(of("item", saying="beyond"), lambda block: [replace(block, inlines=(*block.inlines, note("Not agreed.")))])
)
edit("a footnote comes before all others")(
    on(of("text", saying="States Parties"), lambda block: [replace(block, inlines=(*block.inlines, note("All.")))])
)
edit("a footnote is taken out")(on(noted, lambda block: [with_note(block, 0, lambda given: [])]))
edit("a footnote goes with its paragraph")(on(noted, lambda block: []))
edit("a footnote comes with a paragraph")(
    on(of("item"), lambda block: [said("item", "“seabed” means the floor of it;", note("From 1982.")), block])
)
edit("a footnote stands at another word")(
    on(noted, lambda block: [replace(block, inlines=(*block.inlines[-1:], *block.inlines[:-1]))])
)

# Tables.


def with_rows(*rows: Row) -> list[Block]:
    return [Table(rows)]


def with_cell(given: Table, row: int, column: int, cell: Cell) -> list[Block]:
    cells = given.rows[row].cells
    changed = replace(given.rows[row], cells=tuple(cell if each is cells[column] else each for each in cells))
    return [Table((*given.rows[:row], changed, *given.rows[row + 1 :]))]


def new_row(given: Table) -> Row:
    return Row(tuple((said("cell", f"New {number}"),) for number in range(len(given.rows[0].cells))))


edit("a row is put in")(on_table(lambda given: with_rows(given.rows[0], new_row(given), *given.rows[1:])))
edit("a last row is put in")(on_table(lambda given: with_rows(*given.rows, new_row(given))))
edit("a row is taken out")(on_table(lambda given: with_rows(*given.rows[:1], *given.rows[2:])))
edit("a column is put in")(
    on_table(lambda given: with_rows(*(Row((*each.cells[:1], (said("cell", "Who"),), *each.cells[1:]))
                                       for each in given.rows)))
)  # fmt: skip
edit("a last column is put in")(
    on_table(lambda given: with_rows(*(Row((*each.cells, (said("cell", "Where"),))) for each in given.rows)))
)
edit("a column is taken out")(on_table(lambda given: with_rows(*(Row(each.cells[1:]) for each in given.rows))))
edit("a word in a cell is another")(
    on_table(lambda given: with_cell(given, 1, 0, (said("cell", "Clearance of mines"),)))
)
edit("a cell is emptied")(on_table(lambda given: with_cell(given, 1, 0, (said("cell"),))))
edit("a paragraph is put into a cell")(
    on_table(lambda given: with_cell(given, 1, -1, (*given.rows[1].cells[-1], said("cell", "at the latest"))))
)
edit("a paragraph is taken out of a cell")(
    on_table(lambda given: with_cell(given, 1, -1, given.rows[1].cells[-1][:1])),
)
edit("a whole table is taken out")(on_table(lambda given: []))
edit("a second table is put in")(on_table(lambda given: [given, said("text", "And:"), table(("x", "y"), ("z", "w"))]))
edit("a table becomes paragraphs")(
    on_table(lambda given: [said("text", plain(row.cells[0][0].inlines)) for row in given.rows])
)

edit("a table is given lines")(on_table(lambda given: [replace(given, lined=True)]))
edit("a row becomes a heading of the table")(
    on_table(lambda given: with_rows(replace(given.rows[0], look="tblHeader"), *given.rows[1:]))
)
edit("a row is shaded")(
    on_table(lambda given: with_rows(given.rows[0], replace(given.rows[1], shade="D9D9D9"), *given.rows[2:]))
)
edit("a row is shaded and has other words")(
    on_table(lambda given: with_rows(
        *given.rows[:-1], replace(given.rows[-1], shade="FFFF00", cells=(*given.rows[-1].cells[:-1],
                                                                         (said("cell", "Two years"),)))))
)  # fmt: skip

# Pages.

edit("the header is changed")(whole(lambda given: replace(given, header="Draft convention – second reading")))
edit("the footer is changed")(whole(lambda given: replace(given, footer="Conference secretariat")))
edit("the header is emptied")(whole(lambda given: replace(given, header="")))
edit("the pages are turned")(whole(lambda given: replace(given, landscape=not given.landscape)))

# Fields, comments, controls, links, boxes.


def with_fields(block: Paragraph, change: Callable[[Field], Iterable[Inline]]) -> Paragraph:
    found: list[Inline] = []
    for each in block.inlines:
        found += change(each) if isinstance(each, Field) else [each]
    return replace(block, inlines=tuple(found))


referring = holding(Field)
edit("only what fields show is counted again", silent=True)(
    on(referring, lambda block: [with_fields(block, lambda given: [replace(given, result="99")])])
)
edit("words beside a field are changed")(words("provision", "have the same meaning", "are understood alike"))
edit("words beside a field are changed and what it shows is counted again")(
    on(
        referring,
        lambda block: [
            with_fields(
                replace(block, inlines=reworded(block.inlines, "in article", "in this article")),
                lambda given: [replace(given, result="99")],
            )
        ],
    )
)
edit("a field is taken out")(
    on(
        referring,
        lambda block: [with_fields(block, lambda given: [given] if "\\r" in given.instruction else [Words("x")])],
    )
)
edit("a field leads elsewhere")(
    on(referring, lambda block: [with_fields(block, lambda given: [replace(given, instruction="REF _Ref200 \\h")])])
)
edit("words in a bookmark are changed")(words("article", "Use of terms", "Definitions and use of terms"))
edit("words in a comment's range are changed")(words("provision", "in good faith", "in the best of faith"))
edit("words beside a comment are changed")(words("provision", "The Parties shall", "The Parties, each of them, shall"))
edit("words in a control are changed")(words("provision", "the Authority", "the new Authority"))
edit("words in a link are changed")(words("provision", "its rules", "its own rules"))
edit("words beside a text box are changed")(words("text", "is shown here", "is depicted here"))


def in_box(change: Callable[[Box], Inline]) -> Change:
    return on(
        holding(Box),
        lambda block: [
            replace(block, inlines=tuple(change(each) if isinstance(each, Box) else each for each in block.inlines))
        ],
    )


edit("words in a text box are changed")(
    in_box(lambda given: Box((said("text", "Emblem of the Authority, in green."),)))
)
edit("a paragraph is put into a text box")(
    in_box(lambda given: Box((*given.paragraphs, said("text", "Not to scale."))))
)
edit("a text box is taken out")(
    on(holding(Box), lambda block: [replace(block, inlines=(block.inlines[0], block.inlines[-1]))])
)
edit("a comment is taken out")(
    on(
        of("provision", saying="in good faith"),
        lambda block: [
            replace(
                block,
                inlines=tuple(
                    Words(plain(each.inside)) if isinstance(each, Around) and each.kind == "comment" else each
                    for each in block.inlines
                ),
            )
        ],
    )
)


def enclosed(inlines: tuple[Inline, ...], old: str, kind: str, what: str) -> tuple[Inline, ...]:
    """The inlines with something around some words, which stand whole in one of them."""
    for place, each in enumerate(inlines):
        if isinstance(each, Words) and old in each.chars:
            before, _, after = each.chars.partition(old)
            inside = Around(kind, what, (Words(old, each.look),))
            return (*inlines[:place], replace(each, chars=before), inside, replace(each, chars=after),
                    *inlines[place + 1 :])  # fmt: skip
    return inlines


edit("a comment is put to words")(
    on(
        of("provision", saying="pollution"),
        lambda block: [replace(block, inlines=enclosed(block.inlines, "measures", "comment", A))],
    )
)
edit("a comment is put to new words")(
    on(
        of("text", saying="The depositary shall"),
        lambda block: [
            replace(block, inlines=(Words("As is usual, the depositary shall "),
                                    Around("comment", "Delegation C", (Words("promptly keep"),)),
                                    Words(" the original.")))
        ],
    )
)  # fmt: skip
edit("a bookmark is put around words, some of them new")(
    on(
        of("text", saying="The depositary shall"),
        lambda block: [
            replace(block, inlines=(Words("The depositary shall "), Around("bookmark", "_Ref300", (
                Words("for ever keep"),)), Words(" the original.")))
        ],
    )
)  # fmt: skip
edit("a paragraph with a bookmark and a comment in it is put in")(
    on(
        of("text", saying="The depositary shall"),
        lambda block: [
            said("text", "It is ", Around("bookmark", "_Ref301", (Words("open"),)), " to ",
                 Around("comment", "Delegation D", (Words("all States"),)), "."),
            block,
        ],
    )
)  # fmt: skip
edit("the words of a bookmark are taken out")(
    on(of("article", saying="Use of terms"), lambda block: [replace(block, inlines=(Words("Definitions"),))])
)

# Files that come back.

edit("it was only saved again, with other runs", silent=True)(whole(saved))
edit("it was saved again, with other runs, and a word is another")(
    lambda given, at: saved(named("one word stands for another").change(given, at))
)


def returned(given: Treaty) -> Treaty:
    """The treaty with tracked changes of two delegations."""

    def changed(block: Paragraph) -> list[Block]:
        first, _, rest = plain(block.inlines).partition("notify")
        inside: tuple[Inline, ...] = (
            Words(first),
            Around("ins", A, (Words("promptly "),)),
            Words("notify"),
            Around("del", B, (Words(rest.removesuffix(".")),)),
            Around("ins", B, (Words(" the depositary"),)),
            Words("."),
        )
        return [
            replace(block, inlines=inside),
            replace(block, inlines=(Around("ins", A, (Words("So shall any observer."),)),), mark=f"ins {A}"),
        ]

    return on(of("provision", saying="notify it"), changed)(given, 0)


edit("a file comes back with tracked changes of two delegations")(whole(returned))


@edit("a file comes back with tracked changes and with edits that nobody tracked")
def _returned_with_silent_edits(given: Treaty, at: int) -> Treaty:
    silent = words("provision", "the Authority", "its Authority")(returned(given), at)
    return on(of("provision", saying="notify"), lambda block: [replace(
        block, inlines=(Words("At its seat, "), *block.inlines))])(silent, 0)  # fmt: skip


edit("a tracked file is edited on and nobody tracks it", returned)(
    on(of("provision", saying="notify"), lambda block: [replace(block, inlines=(*block.inlines, Words(" At once.")))])
)
edit("the words of a tracked insertion are edited and nobody tracks it", returned)(
    on(
        of("provision", saying="observer"),
        lambda block: [replace(block, inlines=reworded(block.inlines, "any", "every"))],
    )
)


@edit("everything at once", with_articles)
def everything(given: Treaty, at: int) -> Treaty:
    """Every edit that finds its place, one after another."""
    for place, each in enumerate(EDITS):
        if each is not everything and each.says not in WHOLESALE:
            given = each.change(given, at + place)
    return given


# What would leave nothing for the others.
WHOLESALE = {
    "a whole table is taken out", "a table becomes paragraphs", "the end of a section is taken out",
    "a text box is taken out", "the last section is taken out", "a cell is emptied",
}  # fmt: skip
