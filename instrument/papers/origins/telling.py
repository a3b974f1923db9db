"""Origins in words, by language: which draft, which proposal, which decision, and how that is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from instrument.history.values import Credit, Gone, Origin


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of words; `{}` stands for the name of a draft or a proposal, `by` for its sponsors."""

    title: str  # takes the name of the text
    first: str
    proposed: str
    adopted: str  # takes {name} and {decision}
    returned: str
    recorded: str
    inferred: str
    gone: str
    whole: str
    beside: str
    later: str
    clauses: str
    legend: str
    noted: str
    between: str = "; "
    quote: str = "“{}”"


_EN = Words(
    "Origins of the wording of {}",
    "stood first in {}",
    "proposed in {}",
    "{name}, adopted by {decision}",
    "taken out, and back in {}",
    "recorded",
    "inferred",
    "taken out in {}",
    "with its whole provision",
    "Not adopted here: {}",
    "adopted in {}",
    "Clauses that are gone",
    "Words without a mark stood first in {}. What a decision adopted is recorded; the rest is inferred by "
    "comparing the texts, one with the next.",
    " Brackets and marks alone have no note.",
)
_FR = Words(
    "Origine du libellé de {}",
    "d’abord dans {}",
    "proposé dans {}",
    "{name}, adopté par {decision}",
    "supprimé, puis rétabli dans {}",
    "consigné",
    "déduit",
    "supprimé dans {}",
    "avec la disposition entière",
    "Non adopté ici\u00a0: {}",
    "adopté dans {}",
    "Clauses supprimées",
    "Les mots sans marque figurent d’abord dans {}. Ce qu’une décision a adopté est consigné ; le reste est "
    "déduit de la comparaison des textes successifs.",
    " Les crochets et les signes seuls n’ont pas de note.",
    "\u00a0; ",
    "«\u00a0{}\u00a0»",
)
WORDS: Mapping[str, Words] = {"en": _EN, "fr": _FR}


@dataclass(frozen=True, slots=True)
class Teller:
    """Says origins in a language; `names` are those of the drafts as people know them."""

    names: Mapping[str, str]
    language: str = "en"

    @property
    def words(self) -> Words:
        return WORDS.get(self.language, WORDS["en"])

    def draft(self, name: str) -> str:
        return self.names.get(name, name)

    def origin(self, origin: Origin) -> str:
        """Where words come from, and how that is known.

        >>> teller = Teller({"first": "DC/2026/1"})
        >>> teller.origin(Origin("first", (Credit("P/1", ("Delegation A",), decision="Decision 1"),)))
        'stood first in DC/2026/1; P/1 (Delegation A), adopted by Decision 1; recorded'
        """
        said = [self.words.first.format(self.draft(origin.draft))]
        if origin.returned:
            said.append(self.words.returned.format(self.draft(origin.returned)))
        return self._with(said, origin.credits, origin.is_recorded)

    def gone(self, gone: Gone) -> str:
        """When and by whom words were taken out."""
        said = [self.words.gone.format(self.draft(gone.draft)), *([self.words.whole] if gone.is_whole else [])]
        return self._with(said, gone.credits, any(credit.decision for credit in gone.credits))

    def credit(self, credit: Credit) -> str:
        """A proposal and its sponsors.

        >>> Teller({}).credit(Credit("P/1", ("Delegation A", "Delegation B")))
        'P/1 (Delegation A; Delegation B)'
        """
        return f"{credit.proposal} ({self.words.between.join(credit.sponsors)})" if credit.sponsors else credit.proposal

    def beside(self, credits: Sequence[Credit]) -> str:
        """The proposals that were not adopted, and what became of each."""
        return self.words.beside.format(self.words.between.join(map(self._fate, credits)))

    def _fate(self, credit: Credit) -> str:
        """A proposal and what became of it; one may be adopted in a later text than the one that is told of."""
        later = [self.words.later.format(self.draft(credit.draft))] if credit.draft else []
        return ", ".join([self.credit(credit), *(later or filter(None, [credit.state]))])

    def _with(self, said: list[str], credits: Sequence[Credit], is_recorded: bool) -> str:
        for each in credits:
            name = self.credit(each)
            adopted = self.words.adopted.format(name=name, decision=each.decision)
            said.append(adopted if each.decision else self.words.proposed.format(name))
        return self.words.between.join([*said, self.words.recorded if is_recorded else self.words.inferred])
