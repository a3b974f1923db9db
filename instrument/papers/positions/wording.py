"""What a page of positions says beside the records, by language; a new language is a row in `WORDINGS`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from instrument.proposals.life import Event
from instrument.proposals.positions import Stance


@dataclass(frozen=True, slots=True)
class Wording:
    """The page's own words; "{}" stands for what is filled in."""

    title: str
    on: str  # takes the name of the text
    empty: str
    until: str  # takes the moment
    narrower: str
    none: str
    delegation: str
    view: str
    before: str  # takes the view and the stance before it
    quoted: str  # takes words of the text
    records: str
    record_columns: tuple[str, ...]
    contested: str
    counted: str
    contested_columns: tuple[str, ...]
    new: str  # takes the provision behind which something is to stand
    first: str
    base: str  # takes the words of the text under negotiation
    nothing: str
    held: str  # takes how many hold it and who
    stances: Mapping[Stance, str] = field(default_factory=lambda: {each: each.value for each in Stance})
    states: Mapping[str, str] = field(default_factory=lambda: {each.value: each.value for each in Event})
    between: str = "; "


WORDINGS: Mapping[str, Wording] = {
    "en": Wording(
        title="Positions on record",
        on="Positions on {} and on the proposals on it",
        empty="A cell has the latest position on record. An empty cell means that none is on record, never that a "
        "delegation is neutral or agrees; a “view” is words without a stance. Who has nothing on record is not listed. "
        "Positions on other texts are not carried over.",
        until="Positions recorded as of {} are included.",
        narrower="Later positions may be on record that this document may not show.",
        none="No positions are on record.",
        delegation="Delegation",
        view="view",
        before="{} (before: {})",
        quoted="“{}”",
        records="What was said",
        record_columns=("On", "Delegation", "Position", "Words", "Meeting", "Time"),
        contested="Contested words",
        counted="What most delegations hold comes first. Only sponsors of pending proposals and delegations that a "
        "bracket names are counted; who is silent holds nothing.",
        contested_columns=("Holders", "Provision", "Words", "Held by"),
        new="new, after {}",
        first="new, at the beginning",
        base="{} (text under negotiation)",
        nothing="no words",
        held="{}: {}",
    ),
    "fr": Wording(
        title="Positions consignées",
        on="Positions sur le texte : {}, et sur les propositions qui s’y rapportent",
        empty="Chaque case donne la dernière position consignée. Une case vide signifie qu’aucune position n’est "
        "consignée, et jamais qu’une délégation est neutre ou d’accord ; une « observation » est un avis exprimé sans "
        "prise de position. Qui n’a rien fait consigner ne figure pas. Les positions sur d’autres textes ne sont pas "
        "reprises.",
        until="Le document contient les positions consignées au {}.",
        narrower="Des positions plus récentes, que ce document ne peut pas montrer, ont pu être consignées.",
        none="Aucune position n’est consignée.",
        delegation="Délégation",
        view="observation",
        before="{} (auparavant : {})",
        quoted="« {} »",
        records="Ce qui a été dit",
        record_columns=("Sur", "Délégation", "Position", "Termes", "Séance", "Moment"),
        contested="Termes contestés",
        counted="Les termes auxquels tiennent le plus de délégations viennent en premier. Ne sont comptés que les "
        "auteurs des propositions en instance et les délégations nommées par des crochets ; qui se tait ne tient à "
        "rien.",
        contested_columns=("Nombre", "Disposition", "Termes", "Délégations"),
        new="nouvelle disposition, après {}",
        first="nouvelle disposition, au début",
        base="{} (texte en négociation)",
        nothing="pas de termes",
        held="{} : {}",
        stances={
            Stance.SUPPORTS: "appuie",
            Stance.OPPOSES: "s’oppose",
            Stance.RESERVES: "réserve",
            Stance.FLEXIBLE: "souple",
        },
        states={
            Event.RECEIVED: "reçue",
            Event.VALIDATED: "validée",
            Event.ISSUED: "publiée",
            Event.INTRODUCED: "présentée",
            Event.SUB_AMENDED: "sous-amendée",
            Event.WITHDRAWN: "retirée",
            Event.TAKEN_OVER: "reprise",
            Event.ADOPTED: "adoptée",
            Event.ADOPTED_AMENDED: "adoptée telle que modifiée oralement",
            Event.REJECTED: "rejetée",
            Event.LAPSED: "caduque",
            Event.SUPERSEDED: "remplacée",
        },
    ),
}
