"""How much of a file that somebody sent is taken in before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may ask for; a caller who knows where it comes from may raise them.

    Sizes are in bytes. A treaty of 600 pages stays under a tenth of every one.

    - `file`: as it came; what is larger holds pictures.
    - `parts`: a document with a picture on each page has a few hundred.
    - `part`, `total`: unpacked; 100,000 paragraphs are 35 MB.
    - `ratio`: unpacked to packed, for parts over a megabyte; our own most repetitive text reaches 100, a bomb 1,000.
    - `nodes`: elements and attributes of one part; the tree of a part takes 100 to 200 bytes for each.
    - `depth`: elements one in another; real documents stay under 60. The parser itself ends at 2,048.
    - `blocks`: paragraphs of the whole file.

    >>> Limits(file=100 * MEGABYTE).ratio
    200
    """

    file: int = 50 * MEGABYTE
    parts: int = 2_000
    part: int = 40 * MEGABYTE
    total: int = 150 * MEGABYTE
    ratio: int = 200
    nodes: int = 3_000_000
    depth: int = 256
    blocks: int = 200_000


LIMITS = Limits()
