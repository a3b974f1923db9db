"""The insides of paragraphs in somebody's Word file, read with nothing dropped in silence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from instrument import holders
from instrument.formats.docx import carriers
from instrument.formats.docx.characters import ALTERNATIVES, MATH, NAMES, SILENT, characters, words
from instrument.formats.docx.stylesheet import Stylesheet
from instrument.formats.docx.tree import attribute, is_on, local, w
from instrument.model import PLAIN, Atom, Note, Reference, Run
from instrument.problem import Problem, Severity, Where


@dataclass(frozen=True, slots=True)
class Span:
    """An atom of the text, and the name of the character style it wears."""

    atom: Atom
    style: str = ""


@dataclass(slots=True)
class Field:
    """A field that has begun: its instruction, and the sink that gathers what it shows, 0 if it began a line above."""

    sink: int
    instruction: str = ""


@dataclass(slots=True)
class Inside:
    """Reads the insides of paragraphs, one after another; what it cannot carry goes into `problems`.

    `targets` are what the bookmarks of the document stand for, `held` the attributes behind the holders' controls.
    `sinks` gather the spans, those of every open field and link on top; `noted` are the ids of the footnotes in the
    order of their marks, `bookmarks` the names that start in the paragraph being read.
    """

    name: str
    styles: Stylesheet
    targets: Mapping[str, str]
    held: tuple[tuple[str, str], ...]
    problems: list[Problem] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    sinks: list[list[Span]] = field(default_factory=lambda: [[]])
    bookmarks: list[str] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)
    line: int = 0

    def read(self, paragraph: _Element) -> list[Span]:
        """The spans of a paragraph."""
        self.line += 1
        self.sinks, self.bookmarks = [[]], []
        self._children(paragraph)
        # What a field shows that goes on in the next paragraph belongs to this one as far as it stands here.
        return self._gather(0)

    def report(self, code: str, severity: Severity, message: str, hint: str = "") -> None:
        self.problems.append(Problem(code, severity, Where(self.name, self.line), message, hint))

    def report_mark(self, properties: _Element | None) -> None:
        """Say what a paragraph's own properties do to it that is not carried: its number, a change of its mark."""
        if properties is None:
            return
        if self.styles.numbers(properties):
            hint = "type the numbers as text, or copy the text without its formatting"
            self.report(
                "automatic-number", Severity.ERROR, "the number that Word gives this paragraph was not read", hint
            )
        for kind in ("ins", "del"):
            mark = properties.find(f"{w('rPr')}/{w(kind)}")
            if mark is not None:
                done = "inserted" if kind == "ins" else "deleted"
                message = (
                    f'the end of this paragraph was {done} by "{attribute(mark, "author")}": it was read as standing'
                )
                self.report("tracked-change", Severity.WARNING, message)

    def in_contents(self) -> bool:
        """Whether a table of contents has begun and not yet ended."""
        return any(each.instruction.split()[:1] == ["TOC"] for each in self.fields)

    def _emit(self, atom: Atom, style: str = "") -> None:
        self.sinks[-1].append(Span(atom, style))

    def _open(self) -> int:
        self.sinks.append([])
        return len(self.sinks) - 1

    def _gather(self, sink: int) -> list[Span]:
        """Close a sink and all above it, and give what they hold; fields that had theirs there have none any more."""
        gathered = [span for each in self.sinks[sink:] for span in each]
        del self.sinks[sink:]
        for each in self.fields:
            each.sink = each.sink if each.sink < sink else 0
        return gathered

    def _children(self, parent: _Element) -> None:
        for child in parent:
            chars = characters(child)
            if child.tag in _WRAPPERS:
                _WRAPPERS[str(child.tag)](self, child)
            elif chars is not None:
                self._emit(Run(chars))
            elif child.tag not in SILENT:
                # A wrapper nobody has heard of still has words in it.
                self._children(child)

    def _run(self, run: _Element) -> None:
        properties = run.find(w("rPr"))
        if is_on(properties, "vanish"):
            if words(run):
                self.report("hidden-words", Severity.ERROR, f'hidden words were not read: "{words(run)}"')
            return
        style = self.styles.run(properties)
        marks = PLAIN if style == "Lead" else self.styles.emphasis(properties)
        for child in run:
            chars = characters(child)
            if chars is not None:
                self._emit(Run(chars, marks), style)
            elif child.tag in _IN_RUNS:
                _IN_RUNS[str(child.tag)](self, child)
            elif child.tag not in SILENT:
                self.unread(child)

    def unread(self, element: _Element) -> None:
        """Something that is no text: said, with the words in it if there are any."""
        what = NAMES.get(local(element), f"something unknown ({local(element)})")
        found = words(element)
        if found:
            self.report("not-read", Severity.ERROR, f'{what} was not read: "{found}"')
        else:
            self.report("not-read", Severity.WARNING, f"{what} was not read")

    def _inserted(self, element: _Element) -> None:
        author = attribute(element, "author")
        message = f'a tracked insertion by "{author}" was taken in: "{words(element)}"'
        self.report("tracked-change", Severity.WARNING, message)
        self._children(element)

    def _deleted(self, element: _Element) -> None:
        author = attribute(element, "author")
        message = f'a tracked deletion by "{author}" was carried out: "{words(element)}"'
        self.report("tracked-change", Severity.WARNING, message)

    def _control(self, control: _Element) -> None:
        tag = attribute(control.find(f"{w('sdtPr')}/{w('tag')}"))
        kind, _, number = tag.partition(":")
        if kind == "holders" and number.isdecimal() and int(number) < len(self.held):
            self._emit(holders.of(self.held[int(number)][0]))
        else:
            self._children(control)

    def _hyperlink(self, link: _Element) -> None:
        sink = self._open()
        self._children(link)
        self._refer(self.target(attribute(link, "anchor")), self._gather(sink))

    def _refer(self, target: str, shown: list[Span]) -> None:
        """A reference where a link leads to a target of ours, else the words that it shows."""
        if not target:
            self.sinks[-1] += shown
            return
        marks = next((span.atom.marks for span in shown if isinstance(span.atom, Run)), frozenset())
        clause, _, anchor = target.partition("#")
        self._emit(Reference(clause, anchor, marks))

    def target(self, bookmark: str) -> str:
        """What a bookmark of ours stands for, "" for a bookmark of somebody else."""
        return self.targets.get(bookmark) or carriers.target(bookmark)

    def _bookmark(self, start: _Element) -> None:
        self.bookmarks.append(attribute(start, "name"))

    def _simple_field(self, element: _Element) -> None:
        sink = self._open()
        self._children(element)
        self._refer(self._field_target(attribute(element, "instr")), self._gather(sink))

    def _field_character(self, character: _Element) -> None:
        kind = attribute(character, "fldCharType")
        if kind == "begin":
            self.fields.append(Field(self._open()))
        elif self.fields and self.fields[-1].sink and kind == "separate":
            # Fields inside the instruction have shown what is no text.
            self._gather(self.fields[-1].sink)
            self.fields[-1].sink = self._open()
        elif self.fields and kind == "end":
            ended = self.fields.pop()
            if ended.sink:
                self._refer(self._field_target(ended.instruction), self._gather(ended.sink))

    def _instruction(self, element: _Element) -> None:
        if self.fields:
            self.fields[-1].instruction += element.text or ""

    def _field_target(self, instruction: str) -> str:
        """What a REF or HYPERLINK field leads to."""
        name, *rest = instruction.replace('"', " ").split() or [""]
        if name not in ("REF", "HYPERLINK"):
            return ""
        return next((found for word in rest if (found := self.target(word))), "")

    def _note(self, mark: _Element) -> None:
        self.noted.append(attribute(mark, "id"))
        self._emit(Note(str(len(self.noted))))


_WRAPPERS: Mapping[str, Callable[[Inside, _Element], None]] = {
    w("r"): Inside._run,
    w("ins"): Inside._inserted,
    w("moveTo"): Inside._inserted,
    w("del"): Inside._deleted,
    w("moveFrom"): Inside._deleted,
    w("sdt"): Inside._control,
    w("hyperlink"): Inside._hyperlink,
    w("fldSimple"): Inside._simple_field,
    w("bookmarkStart"): Inside._bookmark,
    **dict.fromkeys((ALTERNATIVES, *MATH, w("rt")), Inside.unread),
}
_IN_RUNS: Mapping[str, Callable[[Inside, _Element], None]] = {
    w("fldChar"): Inside._field_character,
    w("instrText"): Inside._instruction,
    w("footnoteReference"): Inside._note,
    w("ruby"): Inside._children,
}
