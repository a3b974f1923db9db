"""The groups that want the same words of a stage, side by side."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from instrument.audiences import Audience
from instrument.brackets.resolving import holders_of, resolve
from instrument.building.registered import roll
from instrument.building.withholding import refuse_withheld
from instrument.difference.comparison import changes_of
from instrument.papers.comparative import comparative
from instrument.papers.compendium import Submission
from instrument.papers.compendium.wording import POSITIONS
from instrument.problem import Misuse, Problem, Read, Severity, Where

if TYPE_CHECKING:
    from instrument.library import Library
    from instrument.paper import Paper


def positions_table(
    library: Library, text: str, *, audience: Audience = "internal", until: date | None = None
) -> Read[Paper]:
    """The text of a stage provision by provision, and beside it a column for each group that wants the same words.

    What a delegation wants is what it proposes and what brackets say of it. Raises `Misuse` for the public, which is
    not told who wants what, and for a text that is no stage.

    >>> import instrument
    >>> found = positions_table(instrument.open("clauses"), "final-draft").value
    >>> [type(block).__name__ for block in found.blocks]
    ['Paragraph', 'Paragraph', 'Paragraph', 'Paragraph', 'Table']
    """
    if audience == "public":
        raise Misuse("a table of groups names those who want each wording, which a public document does not")
    stage = library.stage(text.partition(".")[0])
    refuse_withheld(library, text, audience)
    rolling = roll(library, text, until, audience)
    printed = rolling.value.text if rolling.value else library.draft(text)
    base = resolve(printed, None)
    names = library.names(printed.language)
    speakers = library.settings.speakers
    order = {name: place for place, each in enumerate(speakers) for name in (each, names.get(each, each))}
    named = sorted(holders_of(printed), key=lambda who: order.get(who, len(order)))
    wanted = {who: changes_of(base.value, resolve(printed, who).value) for who in named}
    groups = [Submission("", (names.get(who, who),), None, "", changes) for who, changes in wanted.items() if changes]
    problems = [_wants_the_base(who) for who, changes in wanted.items() if not changes]
    paper = comparative(
        base.value, groups, text=stage.name, until=until, profile=library.settings.profile, audience=audience,
        words=POSITIONS,
    )  # fmt: skip
    return Read(paper, (*rolling.problems, *base.problems, *problems))


def _wants_the_base(who: str) -> Problem:
    message = "has no column: what it wants is what the text reads without brackets"
    return Problem("base-alone", Severity.INFO, Where(who), message)
