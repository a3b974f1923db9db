"""The certificate of a tracked file that was proven."""

from __future__ import annotations

from instrument.building.texts import read_data
from instrument.difference.comparison import diff
from instrument.formats.docx.receipts.receipt import Receipt, bare, counts
from instrument.paper import Paper
from instrument.papers.certificate import Certified
from instrument.papers.certificate import certificate as page


def certificate(
    name: str, data: bytes, receipt: Receipt, base: bytes | None = None, result: bytes | None = None
) -> Paper:
    """The certificate of a tracked file whose receipt was proven; `instrument verify` says how that is done.

    Articles are counted from `base` and `result` where they are at hand: the tracked file has all the words of both,
    but may not say as well which articles they are.
    """
    old, new = (
        read_data(given or data, name, ".docx", view).value
        for given, view in ((base, "rejected"), (result, "accepted"))
    )
    hashes = (
        (f"{receipt.base.name}, the file", receipt.base.sha256),
        (f"{receipt.result.name}, the file", receipt.result.sha256),
        ("the text with all changes rejected", receipt.rejected.sha256),
        ("the text with all changes accepted", receipt.accepted.sha256),
    )
    certified = Certified(
        bare(name), receipt.base.name, receipt.result.name, hashes, counts(receipt.changes), receipt.tool
    )
    return page(certified, diff(old, new))
