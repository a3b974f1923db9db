"""A described treaty as a Word file, with all that Word itself writes around the words."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field

from instrument.formats.docx.parts.markup import R, content, escaped
from instrument.formats.docx.parts.package import CORE_PROPERTIES, OFFICE, WORD, Package, Relation
from instrument.formats.docx.parts.template import template
from tests.formats.docx.raw import change
from tests.formats.docx.treaties import (
    Around,
    Block,
    Box,
    Field,
    Inline,
    Note,
    Paragraph,
    Row,
    Table,
    Treaty,
    Words,
)

MS = "http://schemas.microsoft.com/office/word"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
SPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": R,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "wp": f"{DRAWING}/wordprocessingDrawing",
        "a": f"{DRAWING}/main",
        "wps": f"{MS}/2010/wordprocessingShape",
        "w14": f"{MS}/2010/wordml",
        "w15": f"{MS}/2012/wordml",
    }.items()
)
SPACES += ' mc:Ignorable="w14 w15"'
LOOKS = {"b": "<w:b/><w:bCs/>", "i": "<w:i/><w:iCs/>", "rtl": "<w:rtl/>"}
STYLES = {"title": "Name", "article": "Heading1", "provision": "Provision", "item": "Item", "note": "FootnoteText"}
LEVELS = ("article", "provision", "item")
DATE = "2026-03-10T09:00:00Z"


@dataclass(slots=True)
class Press:
    """What a file has come to while it is being set: its notes, comments and links, and the numbers given so far."""

    treaty: Treaty
    chance: random.Random
    notes: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    labels: list[int] = field(default_factory=lambda: [0, 0, 0])
    given: dict[str, int] = field(default_factory=dict)

    def next(self, kind: str) -> int:
        self.given[kind] = self.given.get(kind, 0) + 1
        return self.given[kind]


def pressed(treaty: Treaty) -> bytes:
    """The file; the same treaty gives the same bytes."""
    press = Press(treaty, random.Random(treaty.saved))
    package = Package()
    body = "".join(block(press, each) for each in treaty.blocks)
    package.add("word/theme/theme1.xml", template("theme.xml"), f"{OFFICE}.theme+xml", "theme")
    for name, xml in parts(press).items():
        add(package, name, xml)
    header = add(package, "header1", f"<w:hdr {SPACES}>{edge('Header', treaty.header)}</w:hdr>")
    page = f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{complex_field(press, "PAGE", "7")}'
    footer = add(package, "footer1", f"<w:ftr {SPACES}>{edge('Footer', treaty.footer, page)}</w:ftr>")
    ties = f'<w:headerReference w:type="default" r:id="{header}"/><w:footerReference w:type="default" r:id="{footer}"/>'
    body = body.replace("{section}", section(ties, False)) + section(ties, treaty.landscape)
    for number, target in enumerate(press.links):
        package.relations.append(Relation(f"link{number}", f"{R}/hyperlink", target, external=True))
    add(package, "document", f"<w:document {SPACES}><w:body>{body}</w:body></w:document>", f"{WORD}.document.main+xml")
    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    package.add(
        "docProps/core.xml",
        f'<cp:coreProperties xmlns:cp="{core}"><cp:revision>{treaty.saved + 1}</cp:revision></cp:coreProperties>',
        CORE_PROPERTIES,
    )
    return package.pack()


def add(package: Package, name: str, xml: str, type: str = "") -> str:
    """Put a part in, tied to the main document, which is tied to nothing of that kind itself."""
    kind = name.rstrip("1")
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return package.add(f"word/{name}.xml", head + xml, type or f"{WORD}.{kind}+xml", "" if type else kind)


def parts(press: Press) -> dict[str, str]:
    mark = '<w:footnote w:type="{}" w:id="{}"><w:p><w:r><w:{}/></w:r></w:p></w:footnote>'
    marks = mark.format("separator", -1, "separator")
    marks += mark.format("continuationSeparator", 0, "continuationSeparator")
    found = {
        "styles": styles(press.treaty.automatic),
        "numbering": NUMBERING,
        "settings": SETTINGS.format(press.treaty.saved),
        "fontTable": f'<w:fonts {SPACES}><w:font w:name="Times New Roman"><w:family w:val="roman"/></w:font></w:fonts>',
        "footnotes": f"<w:footnotes {SPACES}>{marks}{''.join(press.notes)}</w:footnotes>",
    }
    if press.comments:
        found["comments"] = f"<w:comments {SPACES}>{''.join(press.comments)}</w:comments>"
    return found


def block(press: Press, given: Block) -> str:
    return paragraph(press, given) if isinstance(given, Paragraph) else table(press, given)


def paragraph(press: Press, given: Paragraph, lead: str = "") -> str:
    label = labelled(press, given)
    ids = f' w14:paraId="{press.next("paragraph") + 0x10000000:08X}" w14:textId="77777777" {rsid(press, "R")}'
    inside = lead + label + "".join(inline(press, each) for each in given.inlines)
    return f"<w:p{ids}>{properties(press, given)}{inside}</w:p>"


def labelled(press: Press, given: Paragraph) -> str:
    """The label of a paragraph that is numbered by hand, counted here."""
    if given.kind not in LEVELS or press.treaty.automatic:
        return ""
    depth = LEVELS.index(given.kind)
    press.labels[depth] += 1
    press.labels[depth + 1 :] = [0] * (2 - depth)
    number = press.labels[depth]
    label = (f"Article {number}", f"{number}.", f"({chr(96 + number)})")[depth]
    words = run(press, label + "\t")
    return tracked(press, "ins", given.mark.removeprefix("ins "), words) if given.mark.startswith("ins ") else words


def properties(press: Press, given: Paragraph) -> str:
    style = given.style or STYLES.get(given.kind, "")
    found = f'<w:pStyle w:val="{style}"/>' if style else ""
    found += f"<w:{given.look}/>" if given.look else ""
    if given.mark or given.mark_look:
        changed = marked(press, given.mark) if given.mark else ""
        found += f"<w:rPr>{changed}{''.join(LOOKS[name] for name in given.mark_look.split())}</w:rPr>"
    found += "{section}" if given.section else ""
    return f"<w:pPr>{found}</w:pPr>" if found else ""


def marked(press: Press, mark: str) -> str:
    kind, _, author = mark.partition(" ")
    return tracked(press, kind, author, "")


def inline(press: Press, given: Inline, deleted: bool = False) -> str:
    match given:
        case Words(chars, look):
            return cut(press, chars, look, deleted)
        case Note(paragraphs):
            return noted(press, paragraphs)
        case Field(instruction, result):
            return complex_field(press, instruction, result)
        case Box(paragraphs):
            return boxed(press, paragraphs)
        case Around(kind, what, inside):
            words = "".join(inline(press, each, deleted or kind == "del") for each in inside)
            return around(press, kind, what, words)


def cut(press: Press, chars: str, look: str, deleted: bool) -> str:
    """Words as runs: one when first saved, cut anywhere at all later on."""
    at = 0
    found = []
    while press.treaty.saved and len(chars) - at > 1:
        until = at + press.chance.randint(1, 30)
        found.append(run(press, chars[at:until], look, deleted))
        found += ['<w:proofErr w:type="spellStart"/><w:proofErr w:type="spellEnd"/>'] * (press.chance.random() < 0.1)
        at = until
    return "".join(found) + run(press, chars[at:], look, deleted)


def run(press: Press, chars: str, look: str = "", deleted: bool = False) -> str:
    worn = "".join(LOOKS[name] for name in look.split())
    return f"<w:r {rsid(press, 'R')}>{f'<w:rPr>{worn}</w:rPr>' if worn else ''}{content(chars, deleted)}</w:r>"


def rsid(press: Press, kind: str) -> str:
    """The number of the session in which Word thinks that something was written."""
    return f'w:rsid{kind}="{0x00A00000 + press.chance.randrange(9) + 256 * press.treaty.saved:08X}"'


def around(press: Press, kind: str, what: str, words: str) -> str:
    id = press.next(kind)
    if kind in ("ins", "del"):
        return tracked(press, kind, what, words)
    if kind == "bookmark":
        return f'<w:bookmarkStart w:id="{id}" w:name="{what}"/>{words}<w:bookmarkEnd w:id="{id}"/>'
    if kind == "control":
        return (
            f'<w:sdt><w:sdtPr><w:tag w:val="{what}"/><w:id w:val="{id}"/></w:sdtPr>'
            f"<w:sdtContent>{words}</w:sdtContent></w:sdt>"
        )
    if kind == "link":
        press.links.append(what)
        return f'<w:hyperlink r:id="link{len(press.links) - 1}" w:history="1">{words}</w:hyperlink>'
    text = f'<w:p><w:r><w:t xml:space="preserve">Comment by {what}</w:t></w:r></w:p>'
    press.comments.append(f'<w:comment w:id="{id}" w:author="{what}" w:date="{DATE}" w:initials="X">{text}</w:comment>')
    mark = f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{id}"/></w:r>'
    return f'<w:commentRangeStart w:id="{id}"/>{words}<w:commentRangeEnd w:id="{id}"/>{mark}'


def tracked(press: Press, kind: str, author: str, inside: str) -> str:
    return change(kind, author, inside).replace('w:id="9"', f'w:id="{900 + press.next("revision")}"')


def noted(press: Press, paragraphs: Iterable[Paragraph]) -> str:
    id = press.next("note")
    press.notes.append("")
    lead = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>' + run(press, " ")
    inside = "".join(paragraph(press, each, lead * (not number)) for number, each in enumerate(paragraphs))
    press.notes[id - 1] = f'<w:footnote w:id="{id}">{inside}</w:footnote>'
    return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{id}"/></w:r>'


def complex_field(press: Press, instruction: str, result: str) -> str:
    mark = f'<w:r {rsid(press, "R")}><w:fldChar w:fldCharType="{{}}"/></w:r>'
    code = f'<w:r><w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
    return mark.format("begin") + code + mark.format("separate") + run(press, result) + mark.format("end")


def boxed(press: Press, paragraphs: Iterable[Paragraph]) -> str:
    """A text box as Word writes it, once for itself and once for older programs."""
    id = press.next("box")
    inside = "".join(paragraph(press, each) for each in paragraphs)
    box = f"<w:txbxContent>{inside}</w:txbxContent>"
    size = '<a:off x="0" y="0"/><a:ext cx="1800000" cy="720000"/>'
    shape = (
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm>{size}</a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom></wps:spPr><wps:txbx>{box}</wps:txbx><wps:bodyPr/></wps:wsp>"
    )
    drawn = (
        f'<w:drawing><wp:inline><wp:extent cx="1800000" cy="720000"/><wp:docPr id="{id}" name="Text Box {id}"/>'
        f'<a:graphic><a:graphicData uri="{MS}/2010/wordprocessingShape">{shape}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
    older = (
        f'<w:pict><v:shape id="Box{id}" style="width:142pt;height:57pt"><v:textbox>{box}</v:textbox></v:shape></w:pict>'
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawn}</mc:Choice>'
        f"<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def table(press: Press, given: Table) -> str:
    most = max(len(row.cells) for row in given.rows)
    grid = f'<w:gridCol w:w="{9000 // most}"/>' * most
    lines = '<w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders>' * given.lined
    look = f'<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>{lines}</w:tblPr>'
    rows = "".join(row(press, each, 9000 // most) for each in given.rows)
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def row(press: Press, given: Row, width: int) -> str:
    change = f"<w:trPr><w:cantSplit/>{marked(press, given.mark)}</w:trPr>" if given.mark else ""
    change = change or (f"<w:trPr><w:{given.look}/></w:trPr>" if given.look else "")
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{given.shade}"/>' if given.shade else ""
    wide = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
    cells = (f"<w:tc>{wide}{''.join(paragraph(press, each) for each in cell)}</w:tc>" for cell in given.cells)
    return f"<w:tr {rsid(press, 'R')}>{change}{''.join(cells)}</w:tr>"


def edge(style: str, words: str, rest: str = "") -> str:
    """The one paragraph of a header or a footer."""
    inside = f'<w:r><w:t xml:space="preserve">{escaped(words)}</w:t></w:r>' if words else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}{rest}</w:p>'


def section(ties: str, landscape: bool) -> str:
    size = 'w:w="16838" w:h="11906" w:orient="landscape"' if landscape else 'w:w="11906" w:h="16838"'
    margins = "".join(f' w:{side}="1134"' for side in ("top", "right", "bottom", "left"))
    return (
        f'<w:sectPr>{ties}<w:pgSz {size}/><w:pgMar{margins} w:header="709" w:footer="709" w:gutter="0"/>'
        '<w:cols w:space="708"/></w:sectPr>'
    )


def styles(automatic: bool) -> str:
    named = {"Name": "Treaty", "Heading1": "heading 1", "Provision": "Provision", "Item": "Item", "Quote": "Quote",
             "FootnoteText": "footnote text", "Header": "header", "Footer": "footer"}  # fmt: skip
    listed = {"Heading1": 0, "Provision": 1, "Item": 2} if automatic else {}
    found = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    for id, name in named.items():
        level = f'<w:ilvl w:val="{listed[id]}"/>' if listed.get(id) else ""
        number = f'<w:numPr>{level}<w:numId w:val="1"/></w:numPr>' if id in listed else ""
        outline = '<w:outlineLvl w:val="0"/>' if id == "Heading1" else ""
        found += (
            f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
            f"<w:pPr>{number}{outline}</w:pPr></w:style>"
        )
    for id, name in {"FootnoteReference": "footnote reference", "CommentReference": "annotation reference"}.items():
        found += f'<w:style w:type="character" w:styleId="{id}"><w:name w:val="{name}"/></w:style>'
    found += '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/></w:style>'
    return f"<w:styles {SPACES}>{found}</w:styles>"


LEVEL = (
    '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:pStyle w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
)
NUMBERING = (
    f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>'
    f"{LEVEL.format(0, 'decimal', 'Heading1', 'Article %1')}{LEVEL.format(1, 'decimal', 'Provision', '%2.')}"
    f"{LEVEL.format(2, 'lowerLetter', 'Item', '(%3)')}</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)
SETTINGS = (
    f'<w:settings {SPACES}><w:zoom w:percent="100"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/>'
    '</w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="15"/></w:compat><w:rsids><w:rsidRoot w:val="00A0000{}"/></w:rsids></w:settings>'
)
