"""The styles of a house template, and ours beside them where the house has none of that name."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from lxml.etree import _Element

from instrument.formats.docx.parts.stylesheet import standard_name
from instrument.formats.docx.parts.template import template
from instrument.formats.docx.parts.tree import attribute, fragment, parse, w
from instrument.formats.docx.writing.dress import language_tags


def dressed(house: _Element, language: str) -> Mapping[str, str]:
    """The ids of our styles by name, in a house's styles: those that it lacks are added, and its language is set."""
    ids = {(attribute(style, "type"), _name(style)): attribute(style, "styleId") for style in house.iter(w("style"))}
    ours = list(parse(template("styles.xml").encode(), "the project's own template", "styles.xml").iter(w("style")))
    found = {}
    missing = []
    for style in ours:
        key = attribute(style, "type"), _name(style)
        if key not in ids:
            missing.append(style)
            ids[key] = _free(attribute(style, "styleId"), set(ids.values()))
        found[attribute(style, "styleId")] = ids[key]
    for style in missing:
        house.append(_renamed(style, found))
    _speak(house, language)
    return {_name(style): found[attribute(style, "styleId")] for style in ours}


def _name(style: _Element) -> str:
    return standard_name(attribute(style.find(w("name"))))


def _free(id: str, taken: set[str]) -> str:
    while id in taken:
        id += "x"
    return id


def _renamed(style: _Element, ids: Mapping[str, str]) -> _Element:
    """A style of ours that calls itself and others by the ids they have in the house; its defaults are the house's."""
    copy = deepcopy(style)
    copy.set(w("styleId"), ids[attribute(style, "styleId")])
    copy.attrib.pop(w("default"), "")
    for tag in ("basedOn", "next", "link"):
        for other in copy.iter(w(tag)):
            other.set(w("val"), ids[attribute(other)])
    return copy


def _speak(house: _Element, language: str) -> None:
    """Set the language of all text that does not say another."""
    spoken = fragment(f"<w:lang {language_tags(language)}/>")
    properties = house.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    if properties is None:
        return
    old = properties.find(w("lang"))
    if old is not None:
        properties.replace(old, spoken)
    else:
        properties.append(spoken)
