"""Values into the bytes of a file, files into values: what `instrument.read` and `instrument.write` do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypedDict, Unpack, overload

from instrument import formats, storage
from instrument.audiences import Audience
from instrument.building.texts import Passage, read_data, read_file
from instrument.model import Instrument
from instrument.paper import Layout, Paper
from instrument.papers.draft import Document, draft
from instrument.papers.setting import Holding
from instrument.problem import Misuse, Problem, Read

if TYPE_CHECKING:
    from instrument.difference.comparison import Comparison
    from instrument.formats import WordDocument
    from instrument.papers.comparison import Form

Value: TypeAlias = "Instrument | Paper | Comparison"


class Options(TypedDict, total=False):
    """How an instrument becomes a document; `papers.draft.draft` says what each means."""

    document: Document
    profile: str
    holders: Holding
    audience: Audience
    contents: bool
    layout: Layout


class ComparisonOptions(TypedDict, total=False):
    """How a comparison becomes a document; `papers.comparison.compare` says what each means."""

    profile: str
    layout: Layout
    form: Form
    only_changed: bool
    context: int
    fold_consequential: bool
    names: tuple[str, str]


def read(source: str | Path | WordDocument, view: str = "accepted") -> Read[Instrument]:
    """The instrument in a file, its ending saying how it is read, or in an open python-docx Document.

    `view` chooses among the tracked changes of a Word file: "accepted" reads them as done, "rejected" as undone,
    "marked" both texts in brackets. Raises `CannotRead` for what cannot be read, `Misuse` for an unknown ending.
    """
    if isinstance(source, str | Path):
        return read_file(Path(source), view)
    return read_data(formats.data(source), "document", ".docx", view)


@overload
def write(
    value: Instrument | Paper, path: str | Path, *, template: str | Path | None = None, **options: Unpack[Options]
) -> tuple[Problem, ...]: ...
@overload
def write(
    value: Comparison, path: str | Path, *, template: str | Path | None = None, **options: Unpack[ComparisonOptions]
) -> tuple[Problem, ...]: ...
def write(value: Value, path: str | Path, *, template: str | Path | None = None, **options: Any) -> tuple[Problem, ...]:
    """Writes a value as a document whose ending chooses the format; what a person should know about it.

    `template` is a .docx whose styles a .docx wears. Raises `Misuse` for an unknown ending, `CannotWrite` where
    the file cannot be put there: what stood there is then untouched.
    """
    place = Path(path)
    rendered = render(value, place.suffix.lower(), template=template, **options)
    storage.write_atomically(place, rendered.value)
    return rendered.problems


def document(value: Value, *, template: str | Path | None = None, **options: Any) -> WordDocument:
    """A value as a python-docx Document, for a drafting script to go on with."""
    return formats.document(render(value, ".docx", template=template, **options).value)


def render(value: Value, ending: str, *, template: str | Path | None = None, **options: Any) -> Read[bytes]:
    """The bytes of a value as a file with an ending."""
    if ending == ".clause":
        from instrument.formats.clause import write_instrument

        if not isinstance(value, Instrument):
            raise Misuse("a .clause file holds an instrument, not a page made of one; choose another ending")
        return Read(write_instrument(value).encode())
    if ending == ".json" and not isinstance(value, Instrument | Paper):
        return Read(_data(value, options))
    writer = formats.writer(ending)
    paper = _paper(value, ending, options)
    if template is None or ending != ".docx":
        return Read(writer(paper.value), paper.problems)
    return Read(writer(paper.value, storage.read_bytes(Path(template))), paper.problems)


def _paper(value: Value, ending: str, options: dict[str, Any]) -> Read[Paper]:
    """A value as a page; a comparison in a .docx stands in two columns, its marks printed."""
    if isinstance(value, Paper):
        return Read(value)
    if isinstance(value, Instrument):
        return draft(value, **options)
    from instrument.papers.comparison import compare

    if ending == ".docx":
        options = {"form": "columns", "layout": Layout(landscape=True, marks="printed")} | options
    return compare(value, **options)


def _data(comparison: Comparison, options: dict[str, Any]) -> bytes:
    """A comparison for another program; how a page would look does not matter to it."""
    import json

    from instrument.difference.json import to_json

    told = {name: options[name] for name in ("names", "only_changed") if name in options}
    value = to_json(comparison, **told)
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode()


def page(passage: Read[Passage], options: Options) -> Read[Paper]:
    """A text on a page, and what there is to say of both; a clause that is missing altogether is refused."""
    if absent := tuple(problem for problem in passage.problems if problem.code == "missing-clause"):
        raise Misuse("a clause of this text is missing; add its file or take it out of the order", absent)
    paper = draft(passage.value.printed(options.get("profile", "un")), names=passage.value.names, **options)
    said = {problem.code for problem in passage.problems}  # with its file and line, which a page no longer knows
    return Read(paper.value, (*passage.problems, *(one for one in paper.problems if one.code not in said)))
