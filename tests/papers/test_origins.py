"""The page that says who wrote which word."""

from __future__ import annotations

from instrument.history import Draft, blame
from instrument.model import Clause, Instrument, Kind, Provision, text
from instrument.paper import Chars, Paper, Paragraph
from instrument.papers.origins import paper
from instrument.papers.origins.telling import Teller

PREAMBLE = Clause("preamble", Kind.PREAMBLE, provisions=(Provision(text=text("Les Etats, soucieux de la paix,")),))


def article(*lines: str) -> Clause:
    return Clause("use", Kind.ARTICLE, "Article 1", provisions=tuple(Provision(0, "", text(line)) for line in lines))


def told(*texts: Instrument, noted: bool = False) -> Paper:
    found = blame([Draft(name, each) for name, each in zip(("1900", "1911", "1925"), texts, strict=False)])
    return paper(found, found.lines, Teller({}, texts[-1].language), "1925", noted=noted).value


def test_the_drafts_are_named_the_oldest_first() -> None:
    first, second = (
        article(*lines) for lines in (("States clear mines.",), ("States clear mines.", "They tell others."))
    )
    third = article("Nobody may sell any of these.", "States clear mines.", "They tell others.")
    page = told(*(Instrument((each,)) for each in (first, second, third)))
    assert [each.chars for each in page.blocks[1].inlines if isinstance(each, Chars) and each.aside] == ["1911", "1925"]


def test_what_went_with_a_clause_is_told_of_in_one_paragraph_under_its_name() -> None:
    use = article("Les Etats enlèvent les mines.")
    second = Clause(
        "preamble", Kind.PREAMBLE, provisions=(Provision(text=text("Les Etats, très soucieux de la paix,")),)
    )
    texts = [Instrument((preamble, use), "fr") for preamble in (PREAMBLE, second)]
    page = told(*texts, Instrument((use,), "fr"))
    last = [block for block in page.blocks if isinstance(block, Paragraph)][-1]
    (said,) = (each.chars for each in last.inlines if isinstance(each, Chars))
    assert said.startswith("préambule: «\u00a0Les Etats,\u00a0» d’abord dans 1900")
    assert "«\u00a0très\u00a0» d’abord dans 1911" in said
    assert said.count("préambule") == 1


def test_a_note_quotes_in_the_manner_of_its_language() -> None:
    old, new = (Instrument((article(line),), "fr") for line in ("Les Etats agissent.", "Les Etats agissent vite."))
    page = told(old, new, noted=True)
    assert "".join(each.chars for each in page.notes[0] if isinstance(each, Chars)).startswith("«\u00a0vite")
