"""The look of a dossier: its styles and the parts that never change."""

from __future__ import annotations

import re

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_LOCALES = {"it": "it-IT", "en": "en-GB"}

TITLE, SUBTITLE, TEXT, LABEL, NUMBER = "SDTitolo", "SDSottotitolo", "SDTesto", "SDEtichetta", "SDNumero"
HELP, SPACE, HEADER, FOOTER, CAPTION = "SDAiuto", "SDSpazio", "Header", "Footer", "Caption"
HINT, NOT_KNOWN, STRONG = "SDSuggerimento", "SDNonNoto", "SDRilievo"  # character styles
TABLE = "SDTabella"
GREY_FILL = "EDF0F0"
# Segoe UI Symbol draws ☒ and ☐ where Calibri has none; LibreOffice falls back to DejaVu Sans by itself.
_FONT = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>'


def locale_of(lang: str) -> str:
    """The language a document is marked with: the code itself for languages other than SeedDesk's own; what is no code says nothing."""
    return _LOCALES.get(lang) or (
        lang if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", lang) and lang != "und" else "en-GB"
    )


def _paragraph_style(
    style: str,
    name: str,
    based: str,
    paragraph: str,
    run: str,
    *,
    following: str = TEXT,
    quick: bool = True,
) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{style}"{"" if style[:2] != "SD" else " w:customStyle=" + chr(34) + "1" + chr(34)}>'
        f'<w:name w:val="{name}"/><w:basedOn w:val="{based}"/><w:next w:val="{following}"/>'
        f"{'<w:qFormat/>' if quick else ''}<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _character_style(style: str, name: str, run: str) -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style}"><w:name w:val="{name}"/>'
        f"<w:qFormat/><w:rPr>{run}</w:rPr></w:style>"
    )


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _spacing(before: float, after: float, line: str = "") -> str:
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"{line}/>'


def _color(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


_BOLD = "<w:b/><w:bCs/>"
_TAB = '<w:tabs><w:tab w:val="right" w:pos="9411"/></w:tabs>'
_LINE = ' w:line="269" w:lineRule="auto"'  # 1.12
_KEEP = "<w:keepNext/><w:keepLines/>"


def styles(locale: str) -> str:
    """word/styles.xml for a language (``it-IT``). Headings have Word's own names, so outlines and readers' shortcuts work."""
    heading = [
        _paragraph_style(
            f"Heading{level}",
            f"heading {level}",
            "Normal",
            f'{_KEEP}{_TAB}{_spacing(before, after)}<w:outlineLvl w:val="{level - 1}"/>',
            f"{_BOLD}{_color(color)}{_size(size)}",
        )
        for level, size, color, before, after in (
            (1, 14, "0B3F4E", 16, 4),
            (2, 11, "1A1A1A", 9, 1),
            (3, 10.5, "1A1A1A", 8, 1),
            (4, 10.5, "3A4347", 8, 1),
        )
    ]
    border = '<w:{0} w:val="single" w:sz="4" w:space="0" w:color="9AA5A8"/>'
    borders = "".join(border.format(side) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    return "".join(
        [
            DECLARATION,
            f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{_FONT}'
            f'<w:lang w:val="{locale}" w:eastAsia="{locale}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
            "<w:pPrDefault/></w:docDefaults>"
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
            # The size stands here and not in the defaults: LibreOffice lays those over character styles inside tables.
            f"<w:pPr><w:widowControl/></w:pPr><w:rPr>{_color('1A1A1A')}{_size(10.5)}</w:rPr></w:style>"
            '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
            '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
            '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
            '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
            '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
            _paragraph_style("BodyText", "Body Text", "Normal", _spacing(0, 3, _LINE), ""),
            _paragraph_style("Title", "Title", "Normal", _KEEP + _spacing(6, 2), _BOLD + _size(24), following=SUBTITLE),
            _paragraph_style("Subtitle", "Subtitle", "Normal", _spacing(0, 8), _size(12)),
            *heading,
            _paragraph_style(
                TITLE, "SD Titolo", "Title", _spacing(6, 2), _color("0B3F4E") + _size(24), following=SUBTITLE
            ),
            _paragraph_style(SUBTITLE, "SD Sottotitolo", "Subtitle", _spacing(0, 8), _color("3A4347") + _size(12)),
            _paragraph_style(TEXT, "SD Testo", "BodyText", "<w:widowControl/>" + _spacing(0, 3, _LINE), ""),
            # Inside cells the cell's margins make the distance, so the paragraph's own falls away.
            _paragraph_style("SDCella", "SD Cella", TEXT, _spacing(0, 0, _LINE), "", following="SDCella"),
            _paragraph_style(LABEL, "SD Etichetta", "SDCella", "", _BOLD, following="SDCella"),
            _paragraph_style(NUMBER, "SD Numero", "SDCella", '<w:jc w:val="right"/>', "", following=NUMBER),
            _paragraph_style(
                HELP,
                "SD Aiuto",
                "Normal",
                '<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="0B3F4E"/></w:pBdr>'
                + _spacing(8, 8, ' w:line="259" w:lineRule="auto"')
                + '<w:ind w:left="180"/><w:contextualSpacing/>',
                _color("3A4347") + _size(10),
                following=HELP,
            ),
            # Keeps two tables apart: without a paragraph between them a word processor joins them into one.
            _paragraph_style(
                SPACE,
                "SD Spazio",
                "Normal",
                '<w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/>',
                _size(4),
                quick=False,
            ),
            _paragraph_style(CAPTION, "caption", "Normal", _spacing(3, 6), _color("3A4347") + _size(9)),
            _paragraph_style(
                "SDFigura", "SD Figura", "Normal", "<w:keepNext/>" + _spacing(4, 0), "", following=CAPTION
            ),
            _paragraph_style(
                HEADER, "header", "Normal", _TAB + _spacing(0, 0), _color("4A5357") + _size(9), quick=False
            ),
            _paragraph_style(
                FOOTER,
                "footer",
                "Normal",
                '<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="9AA5A8"/></w:pBdr>'
                + _TAB
                + _spacing(0, 0),
                _color("4A5357") + _size(9),
                quick=False,
            ),
            _character_style(
                HINT, "SD Suggerimento", '<w:b w:val="0"/><w:bCs w:val="0"/>' + _color("4A5357") + _size(9)
            ),
            _character_style(NOT_KNOWN, "SD Non noto", "<w:i/><w:iCs/>" + _color("5B676C")),
            _character_style(STRONG, "SD Rilievo", _BOLD),
            f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE}"><w:name w:val="SD Tabella"/><w:basedOn w:val="TableNormal"/>'
            f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>"
            '<w:top w:w="57" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="57" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
            "</w:tblCellMar></w:tblPr></w:style></w:styles>",
        ]
    )


def settings(locale: str) -> str:
    """word/settings.xml: no protection, today's layout rules."""
    return (
        f'{DECLARATION}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{locale}"/><w:decimalSymbol w:val="{"," if locale == "it-IT" else "."}"/>'
        f'<w:listSeparator w:val="{";" if locale == "it-IT" else ","}"/></w:settings>'
    )


FONT_TABLE = (
    f'{DECLARATION}<w:fonts xmlns:w="{W}"><w:font w:name="Calibri"><w:altName w:val="Carlito"/><w:panose1 w:val="020F0502020204030204"/>'
    '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)

_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_STROKE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_COLORS = {
    "dk1": "1A1A1A",
    "lt1": "FFFFFF",
    "dk2": "0B3F4E",
    "lt2": GREY_FILL,
    "accent1": "0B3F4E",
    "accent2": "2E6F7E",
    "accent3": "5B676C",
    "accent4": "8A5A00",
    "accent5": "3F6B3A",
    "accent6": "7A3E48",
    "hlink": "0B3F4E",
    "folHlink": "5B676C",
}
_FACE = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
THEME = (
    f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="SeedDesk"><a:themeElements><a:clrScheme name="SeedDesk">'
    + "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLORS.items())
    + f'</a:clrScheme><a:fontScheme name="SeedDesk"><a:majorFont>{_FACE}</a:majorFont><a:minorFont>{_FACE}</a:minorFont></a:fontScheme>'
    f'<a:fmtScheme name="SeedDesk"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_STROKE * 3}</a:lnStyleLst>'
    f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)
