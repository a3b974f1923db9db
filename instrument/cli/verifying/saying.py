"""What became of a receipt, in lines for people and as data for another program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from instrument.formats.docx.receipts.census import Tracked
from instrument.formats.docx.receipts.differing import Difference, excerpts, shortened
from instrument.formats.docx.receipts.receipt import Changed, Receipt, counts
from instrument.formats.docx.receipts.verifying import Reading, Verdict, told

_SHOWN = 5
_CAUSES = {"accepted": "changes in it were accepted", "rejected": "changes in it were rejected"}


def lines(name: str, verdict: Verdict) -> Iterator[str]:
    """What a person wants to know, the verdict first."""
    yield f"{name}: {_verdict(verdict)}"
    receipt = verdict.receipt
    base, result = _names(receipt)
    yield from _told(verdict.rejected, "rejected", base)
    yield from _told(verdict.accepted, "accepted", result)
    if verdict.is_silent:
        yield "  words were changed without being tracked"
    if verdict.tracked:
        yield f"  tracked: {counts(verdict.tracked)}"
    if verdict.unproven and (verdict.rejected.expected or verdict.accepted.expected):
        yield f"  not proven: {', '.join(verdict.unproven)}"
    if verdict.gone:
        yield f"  no longer tracked: {counts(verdict.gone)}, which {_were(verdict.gone)} {verdict.fate}"
    if verdict.fresh:
        yield "  tracked since:"
        yield from _some(map(_said, verdict.fresh))


def to_json(name: str, verdict: Verdict) -> dict[str, object]:
    """The verdict as data; places count paragraphs as the reading report does."""
    receipt = verdict.receipt
    return {
        "file": name,
        "proven": verdict.is_proven,
        "receipt": receipt
        and {
            "tool": receipt.tool,
            "base": receipt.base._asdict(),
            "result": receipt.result._asdict(),
            "changes": [_data(each) for each in receipt.changes],
        },
        "untracked": verdict.is_silent,
        "rejected": _reading_data(verdict.rejected),
        "accepted": _reading_data(verdict.accepted),
        "tracked": [_data(each) for each in verdict.tracked],
        "unproven": list(verdict.unproven),
        "gone": [{**_data(each), "fate": verdict.fate} for each in verdict.gone],
        "since": [each._asdict() for each in verdict.fresh],
    }


def _verdict(verdict: Verdict) -> str:
    if verdict.is_proven:
        return click.style("proven" if verdict.receipt else "proven against both files; it has no receipt", fg="green")
    if verdict.receipt:
        return click.style("changed since its receipt was made", fg="red")
    return click.style("it has no receipt", fg="red")


def _names(receipt: Receipt | None) -> tuple[str, str]:
    return (receipt.base.name, receipt.result.name) if receipt else ("its base", "its result")


def _told(reading: Reading, how: str, name: str) -> Iterator[str]:
    """Whether a reading holds, and where it does not."""
    if not reading.expected:
        return
    name = reading.against or name
    if not reading.is_known:
        yield f"  {name} is not the text that the receipt was made from: it reads otherwise"
    if reading.holds:
        yield f"  all changes {how}, it reads as {name}, word for word"
        return
    yield f"  all changes {how}, it no longer reads as {name}:"
    yield from _some(map(_place, reading.differences))


def _place(place: Difference) -> str:
    """One place, with what it says and, where that is known, what it said."""
    was, now = place.was, place.now
    line = now or was
    if line is None:
        return "a paragraph is gone"
    cause = f" ({_CAUSES[place.cause]})" if place.cause else ""
    if was and now:
        before, after = excerpts(was.words, now.words)
        return f'{told(line)}: "{before}" now reads "{after}"{cause}'
    if now is None:
        return f'{told(line)} is gone: "{shortened(line.words)}"'
    return f'{told(line)} {"is new" if place.is_known else "now reads"}: "{shortened(line.words)}"{cause}'


def _said(each: Tracked) -> str:
    where = f"paragraph {each.number}: " if each.number else ""
    words = f': "{shortened(each.words)}"' if each.words else ""
    return f"{where}{each.kind} by {each.author or 'nobody named'}{words}"


def _some(told: Iterable[str]) -> Iterator[str]:
    """The first few, and how many more there are."""
    found = list(told)
    yield from (f"    {each}" for each in found[:_SHOWN])
    if len(found) > _SHOWN:
        yield f"    and {len(found) - _SHOWN} more"


def _were(changes: tuple[Changed, ...]) -> str:
    return "was" if sum(each.count for each in changes) == 1 else "were"


def _data(each: Changed) -> dict[str, object]:
    return {"kind": each.kind, "author": each.author, "date": each.date, "count": each.count}


def _reading_data(reading: Reading) -> dict[str, object]:
    return {
        "holds": reading.holds,
        "sha256": reading.transcript.digest,
        "expected": reading.expected,
        "same_file": reading.is_same_file,
        "places": [
            {
                "place": told(line) if (line := place.now or place.was) else "",
                "was": place.was and place.was.words,
                "now": place.now and place.now.words,
                "cause": place.cause,
            }
            for place in reading.differences
        ],
    }
