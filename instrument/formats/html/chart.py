"""A chart of bars as an inline drawing: nothing is fetched or run, it prints, and follows the colours of the page."""

from __future__ import annotations

from collections.abc import Iterator

from instrument.formats.html.tint import escape
from instrument.paper import Chart

_WIDTH, _LABELS, _NUMBERS = 640, 132, 44
_BAR, _STACK, _GAP = 8, 14, 7
_LONGEST = 21  # characters of a label that have room
_COLOURS = 8


def chart(drawn: Chart) -> Iterator[str]:
    """The figure of a chart, its series named above it.

    Whoever cannot see it is told its title alone: the table beside it has the numbers.

    >>> lines = list(chart(Chart("Brackets", ("first", "last"), (("Article 1", (8, 2)), ("Article 2", (4, None))))))
    >>> sum("<title>" in line for line in lines)
    3
    """
    tall = _GAP + (_STACK if drawn.stacked else _BAR * len(drawn.series))
    most = max((_length(numbers, drawn.stacked) for _, numbers in drawn.rows), default=0)
    yield '<figure class="chart">'
    yield "<figcaption>"
    yield from (f"<span>{_swatch(place)}{escape(name)}</span> " for place, name in enumerate(drawn.series))
    yield "</figcaption>"
    height = tall * len(drawn.rows)
    yield f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{escape(drawn.title)}">'
    for place, (label, numbers) in enumerate(drawn.rows):
        y = place * tall
        short = label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1]}…"
        yield f'<text x="0" y="{y + (tall - _GAP) / 2 + 4:g}">{escape(short)}</text>'
        yield from _bars(drawn, label, numbers, y, most)
    yield "</svg>"
    yield "</figure>"


def _length(numbers: tuple[int | None, ...], stacked: bool) -> int:
    known = [number or 0 for number in numbers]
    return sum(known) if stacked else max(known, default=0)


def _bars(drawn: Chart, label: str, numbers: tuple[int | None, ...], y: float, most: int) -> Iterator[str]:
    """The bars of a row, and behind each, or behind the last, the number."""
    share = (_WIDTH - _LABELS - _NUMBERS) / max(most, 1)
    x = float(_LABELS)
    tall = _STACK if drawn.stacked else _BAR
    for place, (name, number) in enumerate(zip(drawn.series, numbers, strict=True)):
        top = y if drawn.stacked else y + _BAR * place
        if number:
            said = f"<title>{escape(f'{label}, {name}: {number}')}</title>"
            yield (
                f'<rect class="c{place % _COLOURS}" x="{x:.4g}" y="{top:g}" width="{number * share:.4g}"'
                f' height="{tall}">{said}</rect>'
            )
        if number is not None and not drawn.stacked:
            yield f'<text class="number" x="{x + number * share + 4:.4g}" y="{top + _BAR - 1:g}">{number}</text>'
        x += (number or 0) * share if drawn.stacked else 0
    if drawn.stacked:
        yield f'<text x="{x + 4:.4g}" y="{y + _STACK / 2 + 4:g}">{_length(numbers, stacked=True)}</text>'


def _swatch(place: int) -> str:
    shape = f'<rect class="c{place % _COLOURS}" width="10" height="10"></rect>'
    return f'<svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">{shape}</svg>'
