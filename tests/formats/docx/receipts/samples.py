"""One document in three forms: the base, the result, and both in one with the differences tracked."""

from __future__ import annotations

from dataclasses import dataclass

from tests.formats.docx.raw import (
    change,
    deleted,
    document,
    end,
    field,
    inserted,
    moved_from,
    moved_to,
    paragraph,
    part,
    row,
    run,
    table,
    tie,
)

A, B = "Delegation A", "Delegation B"
BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"


@dataclass(frozen=True)
class Form:
    """How a document is told: its differences "tracked", or as they were in the "base", or are in the "result"."""

    kind: str

    def put_in(self, words: str, author: str = A) -> str:
        return {"tracked": inserted(words, author), "base": "", "result": run(words)}[self.kind]

    def struck(self, words: str, author: str = A) -> str:
        return {"tracked": deleted(words, author), "base": run(words), "result": ""}[self.kind]

    def end(self, kind: str, author: str = A) -> str:
        return end(kind, author) if self.kind == "tracked" else ""

    def only(self, kind: str, block: str) -> str:
        """A block that stands in one of the texts, and in the tracked file."""
        return block if self.kind in ("tracked", kind) else ""


def whole(kind: str, shall: str = "shall", help: str = "should help.") -> bytes:
    """A document with a difference in every story; `shall` and `help` are words that no difference touches."""
    form = Form(kind)
    new, old = ("ins", "del") if kind == "tracked" else ("", "")
    footnote = f'<w:r><w:footnoteReference w:id="{7 if kind == "result" else 2}"/></w:r>'
    body = (
        paragraph(run("Article 1"), field("PAGEREF a", run("9" if kind == "result" else "8"))),
        paragraph(run(f"1. No State {shall} "), form.put_in("ever "), run("use "), form.struck("them"), run("mines.")),
        form.only("result", paragraph(form.put_in("2. A new paragraph.", B), mark=form.end("ins", B))),
        _split(form),
        table(row("a", "b"), form.only("result", row("c", "d", change=end(new, A) if new else ""))),
        table(row("e", "f")) if kind != "result" and not old else "",
        table(row("e", "f", change=end("del", B))) if old else "",
        _moved(form),
        paragraph(run("A note"), footnote, BOX.format(paragraph(run("In a "), form.put_in("small "), run("box.")))),
        paragraph(run("Each State "), run(help)),
    )
    return document(*body, _section(), parts=_parts(form), relations=_TIES)


def _split(form: Form) -> str:
    """A paragraph that was cut in two."""
    if form.kind == "base":
        return paragraph(run("One. Two."))
    return paragraph(run("One. "), mark=form.end("ins")) + paragraph(run("Two."))


def _moved(form: Form) -> str:
    """Two paragraphs in another order."""
    tracked = form.kind == "tracked"
    here = paragraph(moved_from("Moved.", B), mark=end("moveFrom", B)) if tracked else paragraph(run("Moved."))
    there = paragraph(moved_to("Moved.", B), mark=end("moveTo", B)) if tracked else paragraph(run("Moved."))
    return form.only("base", here) + paragraph(run("Stays.")) + form.only("result", there)


def _section() -> str:
    return paragraph(properties='<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>')


_TIES = tie("footnotes", "footnotes.xml") + tie("header", "header.xml")


def _parts(form: Form) -> dict[str, bytes]:
    id = 7 if form.kind == "result" else 2
    words = paragraph(run("The note "), form.put_in("says "), form.struck("said "), run("so."))
    notes = part("footnotes", f'<w:footnote w:id="{id}">{words}</w:footnote>')
    edge = part("hdr", paragraph(run("A/1"), form.put_in("/Rev.1"), field("PAGE", run("3"))))
    return notes | {"word/header.xml": edge["word/hdr.xml"]}


def bold(author: str) -> str:
    """The properties of words that somebody made bold."""
    return f"<w:b/>{change('rPrChange', author, '<w:rPr/>')}"
