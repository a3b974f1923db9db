"""Writes `.proposal` text in its one canonical form, so that two equal proposals are two equal files."""

from __future__ import annotations

import json

from instrument.changes import Changes, to_json
from instrument.formats.proposal import front, sections
from instrument.formats.proposal.sections import ADOPTED, CHANGES, EXPLANATION, WORDS
from instrument.proposals.proposal import Proposal


def write(proposal: Proposal) -> str:
    """A proposal as its file holds it."""
    parts = {
        WORDS: proposal.words, EXPLANATION: proposal.explanation, CHANGES: _block(proposal.changes),
        ADOPTED: _block(proposal.adopted),
    }  # fmt: skip
    return front.write(proposal) + sections.join(parts)


def _block(changes: Changes | None) -> str:
    return "" if changes is None else json.dumps(to_json(changes), ensure_ascii=False, indent=2)
