"""A workspace with an adopted text of few clauses in four languages, which tests seal, correct and certify."""

from pathlib import Path

from click.testing import CliRunner, Result

from instrument.cli import group

LIBRARY = """\
format = 1
title = "Draft convention on remnants"

[languages]
original = "en"
authentic = ["ar", "zh", "en", "fr"]
courtesy = ["es"]

[series]
proposals = "DC/"

[delegations]
a = { en = "Delegation A" }

[stages.final-draft]
kind = "President's text"
date = 2026-04-20
symbol = "DC/2026/PT/2"
order = ["title", "clearance", "assistance", "form"]
"""
TEXTS = {
    "title/final-draft": "# Convention on remnants of war\n",
    "title/final-draft.fr": "# Convention sur les restes de guerre\n",
    "title/final-draft.ar": "# اتفاقية بشأن مخلفات الحرب\n",
    "title/final-draft.zh": "# 战争遗留物公约\n",
    "clearance/final-draft": (
        "## Article 1 — Clearance\n\n"
        "1. Each State Party shall clear remnants:\n"
        "  (a) in areas under its jurisdiction;[^when]\n"
        "  (b) within ten years, as {@assistance} provides.\n\n"
        "[^when]: From entry into force.\n"
    ),
    "clearance/final-draft.fr": (
        "## Article premier — Dépollution\n\n"
        "1. Chaque État partie enlève les restes :\n"
        "  a) dans les zones sous sa juridiction ;[^when]\n"
        "  b) dans un délai de dix ans, comme le prévoit l’{@assistance}.\n\n"
        "[^when]: À compter de l’entrée en vigueur.\n"
    ),
    "clearance/final-draft.ar": (
        "## المادة 1 — التطهير\n\n"
        "1- تقوم كل دولة طرف بإزالة المخلفات:\n"
        "  (أ) في المناطق الخاضعة لولايتها؛[^when]\n"
        "  (ب) في غضون عشر سنوات، وفق {@assistance}.\n\n"
        "[^when]: من بدء النفاذ.\n"
    ),
    "clearance/final-draft.zh": (
        "## 第一条 — 清除\n\n"
        "1. 各缔约国应清除遗留物：\n"
        "  (a) 在其管辖的地区；[^when]\n"
        "  (b) 在十年之内，依照{@assistance}。\n\n"
        "[^when]: 自生效时起。\n"
    ),
    "assistance/final-draft": "## Article 2 — Assistance\n\n1. Each State Party shall assist victims.\n",
    "assistance/final-draft.fr": "## Article 2 — Assistance\n\n1. Chaque État partie aide les victimes.\n",
    "assistance/final-draft.ar": "## المادة 2 — المساعدة\n\n1- تقدم كل دولة طرف المساعدة إلى الضحايا.\n",
    "assistance/final-draft.zh": "## 第二条 — 援助\n\n1. 各缔约国应援助受害者。\n",
    "form/final-draft": "## Annex — Form\n\n**Area** | **Years**\nNorth | 3\n",
    "form/final-draft.fr": "## Annexe — Formulaire\n\n**Zone** | **Années**\nNord | 3\n",
    "form/final-draft.ar": "## المرفق — النموذج\n\n**المنطقة** | **السنوات**\nالشمال | 3\n",
    "form/final-draft.zh": "## 附件 — 表格\n\n**地区** | **年数**\n北部 | 3\n",
}
SEALING = ("adopt", "--of", "final-draft", "--stage", "adopted-text", "--decision", "Decision 20", "--at", "2026-05-22")


def workspace(home: Path) -> Path:
    """The workspace, in a folder."""
    put(home, "library.toml", LIBRARY)
    for name, text in TEXTS.items():
        put(home, f"{name}.clause", text)
    return home


def put(home: Path, name: str, text: str) -> None:
    """A file of its clauses."""
    path = home / "clauses" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def change(home: Path, name: str, old: str, new: str) -> None:
    """Words of a file of its clauses, exchanged for others."""
    text = (home / "clauses" / name).read_text(encoding="utf-8")
    assert text.count(old) == 1
    put(home, name, text.replace(old, new))


def run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(group, ["-C", str(home), *words])


def seal(home: Path) -> Result:
    return run(home, *SEALING, "--seal")
