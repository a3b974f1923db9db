"""Bullets: Word keeps them as characters of symbol fonts, a reader sees a sign."""

from __future__ import annotations

# By the code of the character in the font. Whatever else a symbol font has there is some bullet or other.
_SIGNS = {
    "symbol": {0xB7: "•", 0x2D: "−", 0xA8: "♦", 0xAE: "→", 0xDE: "⇒", 0xD7: "⋅"},
    "wingdings": {
        0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻",
        0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✔", 0xFD: "☒", 0xFE: "☑",
    },
}  # fmt: skip
BULLET = "•"
_PRIVATE = range(0xF000, 0xF100)


def sign(text: str, font: str) -> str:
    """What a bullet looks like; the second bullet of Word is the letter o.

    >>> sign("\\uf0b7", "Symbol"), sign("§", "Wingdings"), sign("o", "Courier New"), sign("\\uf04a", "")
    ('•', '▪', '◦', '•')
    """
    signs = _SIGNS.get(font.lower())
    return "◦" if text == "o" and signs is None else "".join(_seen(char, signs) for char in text).strip()


def _seen(char: str, signs: dict[int, str] | None) -> str:
    private = ord(char) in _PRIVATE
    code = ord(char) & 0xFF if private else ord(char)
    if (not private and signs is None) or chr(code).isspace():
        return chr(code)
    return (signs or {}).get(code, BULLET)
