"""What corresponds to what in two texts: clauses by their ids, provisions by strands."""

from __future__ import annotations

from dataclasses import dataclass

from instrument.model import Instrument

Spot = tuple[str, int]  # a clause's id and the index of a provision in it


@dataclass(frozen=True, slots=True)
class Strand:
    """Provisions of the base that became provisions of the result: one and one, several joined, one split."""

    base: tuple[Spot, ...]
    result: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """The clauses and provisions of a base and a result that are the same ones; notes go by their names."""

    clauses: tuple[tuple[str, str], ...] = ()
    strands: tuple[Strand, ...] = ()

    def reversed(self) -> Pairing:
        return Pairing(
            tuple((result, base) for base, result in self.clauses),
            tuple(Strand(strand.result, strand.base) for strand in self.strands),
        )

    def then(self, later: Pairing) -> Pairing:
        """This pairing and one that goes on from its result, as one.

        A strand goes through where everything that it became went on as one strand; what parts on the way is lost
        to the pairing, never to the text.
        """
        onward = dict(later.clauses)
        clauses = tuple((base, onward[middle]) for base, middle in self.clauses if middle in onward)
        return Pairing(clauses, tuple(_through(self.strands, later.strands)))


def _through(first: tuple[Strand, ...], second: tuple[Strand, ...]) -> list[Strand]:
    """Strands put end to end; those that share a provision in the middle become one."""
    after = {spot: strand for strand in second for spot in strand.base}
    before = {spot: strand for strand in first for spot in strand.result}
    found: list[Strand] = []
    done: set[Strand] = set()
    for strand in first:
        if strand in done:
            continue
        heads, tails, middle = [strand], [], list(strand.result)
        for spot in middle:
            tail = after.get(spot)
            if tail and tail not in tails:
                tails.append(tail)
                for other in tail.base:
                    head = before.get(other)
                    if head and head not in heads:
                        heads.append(head)
                        middle += head.result
        done.update(heads)
        if tails:
            base = tuple(sorted(spot for head in heads for spot in head.base))
            found.append(Strand(base, tuple(sorted(spot for tail in tails for spot in tail.result))))
    return found


def sound(pairing: Pairing, base: Instrument, result: Instrument) -> Pairing:
    """The pairing without what changes cannot say: strands of unpaired clauses, or of provisions that are apart."""
    bases, results = (set(ids) for ids in zip(*pairing.clauses, strict=True)) if pairing.clauses else (set(), set())
    kept = tuple(
        strand
        for strand in pairing.strands
        if _together(strand.base) and _together(strand.result)
        and strand.base[0][0] in bases and strand.result[0][0] in results
    )  # fmt: skip
    return Pairing(pairing.clauses, kept)


def _together(spots: tuple[Spot, ...]) -> bool:
    """Whether provisions are neighbours, in their order, in one clause."""
    clause, start = spots[0]
    return all(spot == (clause, start + step) for step, spot in enumerate(spots))
