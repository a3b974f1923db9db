"""What the page of a comparison has beside the text: the bar with its buttons and counts, its style, its script.

Without the script the page still reads, both texts in one: only then nothing jumps, folds or stands side by side.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files

from instrument.formats.html.phrases import PHRASES, Phrases
from instrument.formats.html.tint import escape
from instrument.paper import Paper, Paragraph, Table

Row = tuple[tuple[Paragraph, ...], ...]
_KEYS = (("n j", "next"), ("p k", "previous"), ("f", "only"), ("s", "sides"), ("?", "keys"))


def is_comparison(paper: Paper) -> bool:
    return any(change for block in paper.blocks for change in _changes(block))


def style(language: str) -> str:
    """The style sheet, and in it the words that it sets at the marks."""
    words = _phrases(language)
    said = {"inserted": words.inserted, "deleted": words.deleted, "ended": words.ended, "old": words.old,
            "new": words.new, **words.weights}  # fmt: skip
    variables = "".join(f"--said-{name}: {json.dumps(text, ensure_ascii=False)}; " for name, text in said.items())
    return f":root {{ {variables}}}\n{_resource('comparison.css')}"


def script() -> str:
    return _resource("comparison.js")


def toolbar(paper: Paper) -> Iterator[str]:
    """The bar over the text; the script shows it, since without one its buttons do nothing."""
    words = _phrases(paper.language)
    yield (
        f'<div class="bar" role="group" aria-label="{escape(words.toolbar)}" hidden'
        f' data-position="{escape(words.position)}" data-unchanged="{escape(words.unchanged)}">'
    )
    yield _button("previous", words.previous, "p", "‹")
    yield '<output class="position" aria-live="polite"></output>'
    yield _button("next", words.next, "n", "›")
    yield _button("only", words.only, "f", pressed=True)
    if not any(isinstance(block, Table) and any(_changes(block)) for block in paper.blocks):
        yield _button("sides", words.sides, "s", pressed=True)
    yield _button("keys", words.keys, "?")
    counts = Counter(change for block in paper.blocks for change in _changes(block))
    shown = (
        f"<li>{escape(name)} <b>{counts[change]}</b></li>" for change, name in words.changes.items() if counts[change]
    )
    yield f'<ul class="counts">{"".join(shown)}</ul>'
    yield "</div>"
    yield from _help(words)


def _help(words: Phrases) -> Iterator[str]:
    yield f'<dialog class="keys" aria-label="{escape(words.keys)}"><dl>'
    for keys, action in _KEYS:
        pressed = " ".join(f"<kbd>{key}</kbd>" for key in keys.split())
        yield f"<dt>{pressed}</dt><dd>{escape(getattr(words, action))}</dd>"
    yield f'</dl><form method="dialog"><button>{escape(words.close)}</button></form></dialog>'


def _button(action: str, words: str, key: str, sign: str = "", pressed: bool = False) -> str:
    name = f' aria-label="{escape(words)}"' if sign else ""
    state = ' aria-pressed="false"' if pressed else ""
    return (
        f'<button type="button" data-do="{action}" aria-keyshortcuts="{key}" title="{escape(words)} ({key})"'
        f"{name}{state}>{sign or escape(words)}</button>"
    )


def _changes(block: object) -> Iterator[str]:
    """What happened to the paragraphs of a block; a row of two texts is one."""
    if isinstance(block, Paragraph):
        yield block.change
    elif isinstance(block, Table):
        yield from (row_change(row) for row in block.rows)


def row_change(row: Row) -> str:
    """What happened to the line that a row shows: what its paragraphs say, remarks aside."""
    said = [paragraph.change for cell in row for paragraph in cell]
    return next((change for change in said if change != "remark"), "")


def _phrases(language: str) -> Phrases:
    return PHRASES.get(language, PHRASES["en"])


def _resource(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
