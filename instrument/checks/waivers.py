"""A rule waived where the text has a reason: `%% waive lone-item: the second item is on the agenda of Friday`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from instrument.model import Clause, Instrument
from instrument.outline import addresses
from instrument.problem import Problem, Severity, Where
from instrument.references import Place

_WAIVER = re.compile(r"\s*waive\b[ :]*(?P<code>[\w-]*)\s*:?\s*(?P<reason>.*)")


class Waivers:
    """The waivers of an instrument; each remembers whether it excused anything."""

    def __init__(self, instrument: Instrument, codes: Collection[str]) -> None:
        self.told: list[Problem] = []
        self.unused: dict[tuple[str, str, int], str] = {}
        self.known: set[tuple[str, str, int]] = set()
        for clause in instrument:
            for index, address, comment in _comments(clause):
                self._read(clause.id, index, address, comment, codes)

    def _read(self, clause: str, index: int, address: str, comment: str, codes: Collection[str]) -> None:
        written = _WAIVER.fullmatch(comment)
        if written is None:
            return
        code, reason = written["code"], written["reason"].strip()
        if code not in codes:
            hint = f"the rules are {', '.join(codes)}"
            self.told.append(_problem("waiver-unknown", address, f'no rule is called "{code}"', hint))
        elif not reason:
            self.told.append(_problem("waiver-unreasoned", address, f"{code} is waived without a reason", "say why"))
        else:
            self.known.add((code, clause, index))
            self.unused[code, clause, index] = address

    def excuse(self, code: str, place: Place) -> bool:
        """Whether a finding of a rule at a place is waived, beside its provision or over its whole clause."""
        index = place.index if place.part == "provision" else -1
        excused = [key for key in ((code, place.clause, index), (code, place.clause, -1)) if key in self.known]
        for key in excused:
            self.unused.pop(key, None)
        return bool(excused)

    @property
    def problems(self) -> Iterator[Problem]:
        """What is wrong with the waivers; ask after the rules were applied."""
        yield from self.told
        for (code, _, _), address in self.unused.items():
            yield _problem("waiver-unused", address, f"{code} is waived here and finds nothing", "take the waiver out")


def _comments(clause: Clause) -> Iterator[tuple[int, str, str]]:
    for comment in clause.comments:
        yield -1, clause.id, comment
    for index, (address, provision) in enumerate(zip(addresses(clause), clause.provisions, strict=True)):
        for comment in provision.comments:
            yield index, address, comment


def _problem(code: str, address: str, message: str, hint: str) -> Problem:
    return Problem(code, Severity.WARNING, Where(address), message, hint)
