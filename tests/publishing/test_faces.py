"""The type that documents bring along: every sign that a text uses and the face has, and no more.

The files are read by fontTools, which knows nothing of us.
"""

import base64
import io
import re
import uuid
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont
from tests.publishing.conftest import EXAMPLE, REAL, publish
from tests.publishing.test_html import written

from wp.publishing.faces import CUTS, SUBSETS, faces
from wp.publishing.formats import FORMATS

FONTS = Path(__file__).parents[2] / "templates" / "fonts"
REFERENCE = FONTS.parent / "reference.docx"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
USE_TYPO_METRICS = 1 << 7  # of OS/2's fsSelection: lines are as high as the typographic figures say

# What clinicians write, and the file that each stands in.
WRITTEN = {
    "greek": "β-thalassæmi, α-satellit, ΔF508, μ-opioid, ς Ω",
    "latin": "Łódź, Škoda, Čapek, Erdoğan, Ștefan, Ŵyn",
    "vietnamese": "Nguyễn Thị Hạnh",
    "signs": "≥ 5 → ≤ 3 ± 2 ‰, 10⁻³, H₂O, ⅔, ♀ ♂, ≈ ∞, ⇒, †, №",
}
WESTERN = "Æblegrød på “§ 5” – 5 µg × 2 ± 1, 3 €, É ü ß ½"


def cmap(name: str) -> set[int]:
    return set(TTFont(FONTS / f"{name}.woff2").getBestCmap())


def shifted(font: TTFont) -> list[str]:
    """Return the signs that a program would not draw where they were made."""
    drawn, beside = font["glyf"], font["hmtx"]
    return [
        name for name in font.getGlyphOrder() if beside[name][1] != getattr(drawn[name], "xMin", 0)
    ]


def rules(html: str) -> list[tuple[str, str, bytes, str]]:
    """Return each face of a page: weight, style, file and the signs that it is for."""
    found = re.findall(
        r'@font-face \{ font-family: "Libertinus Serif"; font-weight: (\d+); font-style: (\w+); '
        r"src: url\(data:font/woff2;base64,([A-Za-z0-9+/=]+)\) format\(\"woff2\"\);"
        r"(?: unicode-range: ([^;]+);)? \}",
        html,
    )
    assert len(found) == html.count("@font-face")
    return [(weight, style, base64.b64decode(data), signs) for weight, style, data, signs in found]


@pytest.mark.parametrize("cut", CUTS)
def test_the_files_share_no_sign_and_hold_what_is_said_of_them(cut: str) -> None:
    western = cmap(cut)
    assert {ord(sign) for sign in WESTERN} <= western
    taken = set(western)
    for subset, ranges in SUBSETS.items():
        held, said = cmap(f"{cut}-{subset}"), {p for a, z in ranges for p in range(a, z + 1)}
        assert held <= said and not held & taken and not said & taken
        assert {ord(sign) for sign in WRITTEN[subset]} <= held | western
        assert len(held) >= 0.95 * len(said)
        assert shifted(TTFont(FONTS / f"{cut}-{subset}.woff2")) == []
        taken |= said


@pytest.mark.parametrize("cut", CUTS)
def test_lines_are_as_high_in_every_file(cut: str) -> None:
    heights = set()
    for name in (cut, *(f"{cut}-{subset}" for subset in SUBSETS)):
        font = TTFont(FONTS / f"{name}.woff2")
        head, other = font["hhea"], font["OS/2"]
        heights.add(
            (
                *(head.ascent, head.descent, head.lineGap),
                *(other.sTypoAscender, other.sTypoDescender, other.sTypoLineGap),
                *(bool(other.fsSelection & USE_TYPO_METRICS), font["head"].unitsPerEm),
            )
        )
    assert heights == {(894, -246, 0, 894, -246, 0, True, 1000)}


def test_a_text_of_western_europe_brings_three_files() -> None:
    html = written(WESTERN)
    assert [signs for *_, signs in rules(html)] == ["", "", ""]
    assert "unicode-range" not in html


@pytest.mark.parametrize("root", [EXAMPLE, REAL], ids=["eksempelraadet", "real"])
def test_the_programmes_of_today_bring_three_files(root: Path) -> None:
    made = FORMATS["html"](publish(root), root)["programme.html"]
    assert len(rules(made.decode())) == 3


@pytest.mark.parametrize("subset", SUBSETS)
def test_a_page_brings_the_files_that_its_text_needs(subset: str) -> None:
    cuts = rules(written(f"{WESTERN} *{WRITTEN[subset]}*"))
    assert [(weight, style) for weight, style, *_ in cuts] == [
        ("400", "normal"),
        ("600", "normal"),
        ("400", "italic"),
    ] * 2
    files = [(FONTS / f"{cut}-{subset}.woff2").read_bytes() for cut in CUTS]
    assert [data for *_, data, _ in cuts[3:]] == files
    assert sum(map(len, files)) < 30_000
    said = {signs for *_, signs in cuts[3:]}
    assert len(said) == 1
    spans = re.findall(r"U\+([0-9A-F]{4})(?:-([0-9A-F]{4}))?", said.pop())
    points = {p for a, z in spans for p in range(int(a, 16), int(z or a, 16) + 1)}
    assert {ord(sign) for sign in WRITTEN[subset]} <= points | cmap("regular")


@pytest.mark.parametrize("place", ["title", "author", "state", "note"])
def test_a_sign_counts_wherever_it_is_shown(place: str) -> None:
    html = written("Tekst[^1]\n\n[^1]: Note Łódź") if place == "note" else ""
    html = html or written("Tekst", **{place: "Łódź"})
    assert len(rules(html)) == 6


def test_all_of_them_may_come_along() -> None:
    assert len(faces(["; ".join(WRITTEN.values())])) == 3 * (1 + len(SUBSETS))
    assert len(faces([])) == len(faces(["漢字 😀 ●"])) == 3, "what the face hasn't"


def test_word_has_all_these_signs_in_each_cut() -> None:
    with zipfile.ZipFile(REFERENCE) as package:
        table = ElementTree.fromstring(package.read("word/fontTable.xml"))
        keys = [
            uuid.UUID(value)
            for item in table.iter()
            if item.tag.startswith(f"{W}embed")
            for name, value in item.attrib.items()
            if name == f"{W}fontKey"
        ]
        assert len(keys) == 4
        for number, key in enumerate(keys, 1):
            data = package.read(f"word/fonts/font{number}.odttf")
            plain = bytes(a ^ b for a, b in zip(data[:32], key.bytes[::-1] * 2, strict=True))
            font = TTFont(io.BytesIO(plain + data[32:]))
            held = set(font.getBestCmap())
            assert {ord(sign) for sign in WESTERN + "".join(WRITTEN.values())} <= held
            assert font["OS/2"].fsType == 0, "may be embedded without limits"
            assert "glyf" in font, "Word embeds no other outlines"
            assert shifted(font) == []
            assert font["name"].getDebugName(1).startswith("Libertinus Serif")


def test_the_licence_stands_beside_them() -> None:
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert licence.startswith("Copyright © 2012-2024 The Libertinus Project Authors")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
