"""A formula is read on one line, as Word writes it there, and says the same."""

import pytest

from instrument.formats.docx import read
from instrument.model import plain
from tests.formats.docx.constructs import M
from tests.formats.docx.raw import document, paragraph, run


def part(name: str, *inside: str, **properties: str) -> str:
    given = "".join(f'<m:{key} m:val="{value}"/>' for key, value in properties.items())
    return f"<m:{name}>{f'<m:{name}Pr>{given}</m:{name}Pr>' if given else ''}{''.join(inside)}</m:{name}>"


def said(chars: str) -> str:
    return f"<m:r><m:t>{chars}</m:t></m:r>"


def script(base: str, **raised: str) -> str:
    name = {"sup": "sSup", "sub": "sSub"}.get("".join(raised), "sSubSup")
    return part(name, part("e", base), *(part(key, said(chars)) for key, chars in raised.items()))


def fraction(over: str, under: str, **kind: str) -> str:
    return part("f", part("num", said(over)), part("den", said(under)), **kind)


SUM = part("sub", said("k=0")), part("sup", said("n")), part("e", said("k"))
LINES = {
    "(x+a)^n": script(part("d", part("e", said("x+a"))), sup="n"),
    "x^k a^(n-k)": script(said("x"), sup="k") + script(said("a"), sup="n-k"),
    "x_1^2": script(said("x"), sub="1", sup="2"),
    "(a+b)/c": fraction("a+b", "c"),
    "1/2 m": fraction("1", "2") + said("m"),
    "n¦k": fraction("n", "k", type="noBar"),
    "∑_(k=0)^n k": part("nary", *SUM, chr="∑"),
    "∫ x": part("nary", part("sub"), part("sup"), part("e", said("x"))),
    "[a;b)": part("d", part("e", said("a")), part("e", said("b")), begChr="[", sepChr=";"),
    "|x|": part("d", part("e", said("x")), begChr="|", endChr="|"),
    "x)": part("d", part("e", said("x")), begChr=""),
    "√2": part("rad", part("deg"), part("e", said("2"))),
    "√(a+b)": part("rad", part("deg"), part("e", said("a+b"))),
    "√(3&x)": part("rad", part("deg", said("3")), part("e", said("x"))),
    "sin x": part("func", part("fName", said("sin")), part("e", said("x"))),
    "lim_(n→0)": part("limLow", part("e", said("lim")), part("lim", said("n→0"))),
    "x\u0302": part("acc", part("e", said("x"))),
    "a&b@c&d": part("m", *(part("mr", *(part("e", said(each)) for each in row)) for row in ("ab", "cd"))),
}  # fmt: skip


@pytest.mark.parametrize(("line", "formula"), [pytest.param(*each, id=each[0]) for each in LINES.items()])
def test_a_formula_says_on_one_line_what_it_says_on_several(line: str, formula: str) -> None:
    found = read(document(paragraph(run("where "), f"<m:oMath {M}>{formula}</m:oMath>", run("."))), "returned.docx")
    assert plain(found.value.clauses[0].provisions[0].text) == f"where {line}."
    (told,) = (problem.message for problem in found.problems if problem.code == "formula")
    assert told == f'a formula was read on one line: "{line}"'
