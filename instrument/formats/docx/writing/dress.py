"""What a document wears: our styles under the ids they have in it, the script, the room between the margins."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from instrument.formats.docx.parts.template import own_ids
from instrument.formats.docx.writing.looks import SCRIPTS, Script
from instrument.paper import Layout, Paragraph, Style
from instrument.papers.labelling import parted

# A paragraph's indentation by depth, in twentieths of a point; the styles named "Provision 1" ... hang by one step.
STEP = 624
DEEPEST = 8
MARGIN = 1418
SIZES = {"A4": (11906, 16838), "Letter": (12240, 15840)}

STYLE_NAMES: Mapping[Style, str] = {
    Style.TITLE: "Title",
    Style.SUBTITLE: "Subtitle",
    Style.RECITAL: "Recital",
    Style.FORMULA: "Formula",
    Style.LEGEND: "Legend",
    Style.NOTE: "Note",
}
_LEVELLED = frozenset({Style.SUBTITLE, Style.RECITAL, Style.FORMULA})
_INDENTS = re.compile(r'(w:left|w:hanging)="(\d+)"')
_LANGUAGES = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES", "ru": "ru-RU", "ar": "ar-SA", "zh": "zh-CN"}


@dataclass(frozen=True, slots=True)
class Dress:
    """How one document is dressed.

    `ids` gives a style's id by its name; `numbered` are the names of house styles that would print numbers of their
    own before our literal labels; `house` says that the user's own pages are worn; `language` is that of the words
    where it is not the document's.
    """

    ids: Mapping[str, str]
    script: Script
    width: int
    numbered: frozenset[str] = frozenset()
    house: bool = False
    language: str = ""
    _cache: dict[tuple[str, bool, str, str], str] = field(default_factory=dict, compare=False, repr=False)

    def speaking(self, language: str) -> Dress:
        """The same dress on paragraphs of another language."""
        return replace(self, script=script(language), language=language, _cache={})

    def paragraph(self, name: str, breaks: bool = False, early: str = "", late: str = "") -> str:
        """The properties of a paragraph in the style of a name.

        The schema wants them in order: `early` are those before `w:bidi` (borders, tabs), `late` those after it.
        """
        key = name, breaks, early, late
        if key not in self._cache:
            self._cache[key] = (
                f'<w:pPr><w:pStyle w:val="{self.ids[name]}"/>'
                + ("<w:pageBreakBefore/>" if breaks else "")
                + ('<w:numPr><w:numId w:val="0"/></w:numPr>' if name in self.numbered else "")
                + early
                + ("<w:bidi/>" if self.script.right_to_left else "")
                + f"{late}</w:pPr>"
            )
        return self._cache[key]


def style_name(paragraph: Paragraph) -> str:
    """The style of a paragraph that is no heading: levels are styles, and words without a label stand flush.

    >>> style_name(Paragraph(Style.PROVISION, label="(a)", depth=1)), style_name(Paragraph(Style.PROVISION, depth=1))
    ('Provision 2', 'Flush 2')
    """
    if paragraph.style is Style.PROVISION or (paragraph.depth and paragraph.style in _LEVELLED):
        return f"{'Provision' if parted(paragraph)[0] else 'Flush'} {paragraph.depth + 1}"
    return STYLE_NAMES[paragraph.style]


def own_dress(language: str, layout: Layout) -> Dress:
    """Our own styles, on pages of the size that is asked for."""
    width, height = SIZES[layout.paper]
    return Dress(own_ids(), script(language), (height if layout.landscape else width) - 2 * MARGIN)


def script(language: str) -> Script:
    return SCRIPTS.get(language.partition("-")[0], Script())


def language_tags(language: str) -> str:
    """The attributes of a `w:lang` for a document in a language: one tag for each of Word's three kinds of script.

    >>> language_tags("ar")
    'w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"'
    """
    tag = _LANGUAGES.get(language, language or "en-GB")
    kind = script(language)
    latin = "en-GB" if kind != Script() else tag
    return (
        f'w:val="{latin}" w:eastAsia="{tag if kind.east_asian else "zh-CN"}"'
        f' w:bidi="{tag if kind.right_to_left else "ar-SA"}"'
    )


def speaking(xml: str, language: str) -> str:
    """A part of the template in another language; Chinese labels, "（十一）", want more room to hang in."""
    xml = xml.replace(language_tags("en"), language_tags(language))
    if not script(language).east_asian:
        return xml
    return _INDENTS.sub(lambda found: f'{found[1]}="{int(found[2]) * 3 // 2}"', xml)
