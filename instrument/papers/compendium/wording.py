"""What a compendium says beside the words of proposals, by language; a new language is a row in `WORDINGS`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Wording:
    """The page's own words; "{}" stands for what is filled in."""

    title: str
    addendum: str
    table: str
    on: str  # takes the name of the text
    received: str  # takes the date and time
    since: str  # takes the date and time
    articles: str
    instructions: str
    seen: str  # takes the provision under which the words stand
    unsaid: str
    delegations: str
    side_by_side: str
    under_one_another: str
    unattributed: str
    originals: str
    base: str
    proposals: str
    new: str  # takes the provision that the new one stands behind
    proposal: str  # a number, where nobody is named
    similar: str  # takes the other proposal and a share
    unplaced: str
    explanation: str
    traceability: str
    columns: tuple[str, str, str]
    index: str
    index_columns: tuple[str, str, str]
    none: str
    between: str = "; "


WORDINGS: Mapping[str, Wording] = {
    "en": Wording(
        title="Compendium of proposals",
        addendum="Compendium of proposals: addendum",
        table="Comparative table of proposals",
        on="Proposals on {}",
        received="Proposals received as of {} are included.",
        since="Only proposals received since {} are included.",
        articles="Under each provision stands the base text, then what each proposal makes of it; words put in are "
        "underlined, words taken out struck through. Identical proposals stand together with all their sponsors.",
        instructions="Under each provision stands the base text, then what each proposal asks for, as instructions: "
        "the words received, or words that ask for the same. What they do not say is shown with marks.",
        seen="As proposed under {}.",
        unsaid="The instructions do not say all of it; as it would read, words put in underlined, words taken out "
        "struck through:",
        delegations="The proposals stand as submitted, by delegation.",
        side_by_side="Beside the base text of each provision stands what proposals make of it, each reading in a "
        "column of its own with all who propose it; words put in are underlined, words taken out struck through.",
        under_one_another="More readings are proposed here than stand side by side on a page: they stand under one "
        "another.",
        unattributed="Proposals are reproduced without attribution.",
        originals="This document does not replace the proposals as submitted.",
        base="Base text",
        proposals="Proposals",
        new="new, after {}",
        proposal="Proposal {}",
        similar="Possible merger: {} is {} per cent alike.",
        unplaced="Proposals whose changes are not recorded",
        explanation="Explanation: {}",
        traceability="Which proposal stands where",
        columns=("Provision", "Proposal", "Sponsors"),
        index="Index by delegation",
        index_columns=("Delegation", "Proposals", "Provisions"),
        none="No proposals were received.",
    ),
    "fr": Wording(
        title="Recueil de propositions",
        addendum="Recueil de propositions : additif",
        table="Tableau comparatif des propositions",
        on="Propositions relatives au texte : {}",
        received="Le recueil contient les propositions reçues au {}.",
        since="Il ne contient que les propositions reçues depuis le {}.",
        articles="Sous chaque disposition figure le texte de base, puis ce que chaque proposition en fait ; les mots "
        "ajoutés sont soulignés, les mots supprimés barrés. Les propositions identiques figurent ensemble, avec tous "
        "leurs auteurs.",
        instructions="Sous chaque disposition figure le texte de base, puis ce que demande chaque proposition, sous "
        "forme d’instructions : dans les termes reçus, ou dans des termes équivalents. Ce qu’elles ne disent pas est "
        "indiqué par des marques.",
        seen="Comme proposé sous : {}.",
        unsaid="Les instructions ne disent pas tout ; texte tel qu’il se lirait, mots ajoutés soulignés, mots "
        "supprimés barrés :",
        delegations="Les propositions figurent telles qu’elles ont été présentées, par délégation.",
        side_by_side="En regard du texte de base de chaque disposition figure ce que les propositions en font, chaque "
        "version dans une colonne avec tous ses auteurs ; les mots ajoutés sont soulignés, les mots supprimés barrés.",
        under_one_another="Les versions proposées sont ici trop nombreuses pour figurer côte à côte sur une page : "
        "elles figurent l’une sous l’autre.",
        unattributed="Les propositions sont reproduites sans indication d’auteur.",
        originals="Le présent document ne remplace pas les propositions telles qu’elles ont été présentées.",
        base="Texte de base",
        proposals="Propositions",
        new="nouvelle disposition, après {}",
        proposal="Proposition {}",
        similar="Fusion possible : {} est semblable à {} pour cent.",
        unplaced="Propositions dont les modifications ne sont pas enregistrées",
        explanation="Explication : {}",
        traceability="Emplacement des propositions",
        columns=("Disposition", "Proposition", "Auteurs"),
        index="Index par délégation",
        index_columns=("Délégation", "Propositions", "Dispositions"),
        none="Aucune proposition n’a été reçue.",
    ),
}
# The same pages, where columns are what delegations want of the text, whether they propose it or brackets say so.
POSITIONS: Mapping[str, Wording] = {
    "en": replace(
        WORDINGS["en"],
        table="Comparative table of positions",
        on="Who wants which words of {}",
        received="Pending proposals as of {} are included.",
        side_by_side="Beside each provision, as it reads without what is in brackets for somebody, stands a column for "
        "each group that wants the same words of it: sponsors of pending proposals, delegations that a bracket names. "
        "Words put in are underlined, words taken out struck through. Who is silent stands in no column.",
        base="Text",
        proposals="Wanted by",
        none="Nobody is on record as wanting other words.",
    ),
    "fr": replace(
        WORDINGS["fr"],
        table="Tableau comparatif des positions",
        on="Termes souhaités : {}",
        received="Le tableau tient compte des propositions en instance au {}.",
        side_by_side="En regard de chaque disposition, telle qu’elle se lit sans ce qui figure entre crochets pour "
        "quelqu’un, figure une colonne pour chaque groupe qui en souhaite les mêmes termes : auteurs des propositions "
        "en instance, délégations nommées par des crochets. Les mots ajoutés sont soulignés, les mots supprimés "
        "barrés. Qui se tait ne figure dans aucune colonne.",
        base="Texte",
        proposals="Souhaité par",
        none="Personne n’a fait savoir qu’il souhaitait d’autres termes.",
    ),
}
