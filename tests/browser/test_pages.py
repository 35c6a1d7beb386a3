"""The built pages in a real browser: judged by axe-core, read by keyboard alone, and printed.

axe-core judges by WCAG 2.1 A and AA, which EN 301 549 asks of public bodies, and its own advice.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from tests.publishing.conftest import EXAMPLE, REAL, publish
from tests.publishing.test_html import written

from wp.publishing.formats import FORMATS

WIDTHS = (320, 390, 768, 1280, 1920)  # from WCAG's narrowest (1.4.10) to a large screen
PHONE, DESKTOP = 390, 1280
HEIGHT = 844
LARGE = 36  # px of body text at 200 %; 18 as it comes

DOCUMENTS = {
    "programme": (EXAMPLE,),
    "one-pager": (EXAMPLE, "content/one-pagers/naturkortet.md"),
    "minutes": (EXAMPLE, "content/minutes/2026-06-11.md"),
    "real-programme": (REAL,),
    "real-one-pager": (REAL, "content/one-pagers/kraeftpakker.md"),
    "real-minutes": (REAL, "content/minutes/2025-06-17.md"),
}

JUDGE = """
options => axe.run(document, {resultTypes: ["violations"], ...options}).then(
  result => result.violations.flatMap(rule => rule.nodes.map(
    node => `${rule.id}: ${node.html.slice(0, 120)} ${node.failureSummary}`
  ))
)
"""
# Darkness changes nothing but colours, and larger text none of them; every rule takes its time.
EVERYTHING: Mapping[str, Any] = {}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
NO_COLOURS = {"rules": {"color-contrast": {"enabled": False}}}
# What can take the focus and is shown, in the order of the page.
FOCUSABLE = """
() => [...document.querySelectorAll("a[href], summary, [tabindex='0']")]
  .filter(it => it.checkVisibility({contentVisibilityAuto: true})).length
"""
# Where the focus is: its place among the page's elements, whether it has a visible mark, and
# whether all or some of it is on the screen.
FOCUS = """
() => {
  const it = document.activeElement, style = getComputedStyle(it);
  const boxes = [...it.getClientRects()];
  return {
    place: [...document.querySelectorAll("*")].indexOf(it),
    body: it === document.body || it === document.documentElement,
    tag: it.tagName.toLowerCase(), text: it.textContent.trim(), href: it.getAttribute("href"),
    marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: boxes.some(
      box => box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
    ),
  };
}
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every document as a file, built when it is asked for."""
    folder = tmp_path_factory.mktemp("pages")

    class Built(dict[str, Path]):
        def __missing__(self, name: str) -> Path:
            root, *names = DOCUMENTS[name]
            [data] = FORMATS["html"](publish(root, *names), root).values()
            self[name] = folder / f"{name}.html"
            self[name].write_bytes(data)
            return self[name]

    return Built()


@contextmanager
def opened(browser: Any, file: Path, **options: Any) -> Iterator[Any]:
    """Open a page; when it is left, nothing was complained of and nothing was fetched."""
    options.setdefault("viewport", {"width": DESKTOP, "height": HEIGHT})
    context = browser.new_context(**options)
    said: list[str] = []
    fetched: list[str] = []
    try:
        page = context.new_page()
        page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: fetched.append(request.url))
        page.goto(file.as_uri())
        yield page
    finally:
        context.close()
    assert said == []
    assert [url for url in fetched if not url.startswith("data:")] == [file.as_uri()]


def judge(page: Any, axe: str, options: Mapping[str, Any] = EVERYTHING) -> list[str]:
    """Return what axe-core finds, and whether the page scrolls sideways (WCAG 1.4.10)."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    found: list[str] = page.evaluate(JUDGE, options)
    wide, room = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    return found + ([f"{wide} px wide on {room}"] if wide > room else [])


def judged_at_all_widths(page: Any, axe: str, options: Mapping[str, Any]) -> dict[int, list[str]]:
    """Return what is found at the widths where anything is."""
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        found[width] = judge(page, axe, options)
    return {width: faults for width, faults in found.items() if faults}


def focus(page: Any) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(FOCUS)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_axe_finds_nothing(
    name: str, scheme: str, browser: Any, axe: str, files: dict[str, Path]
) -> None:
    with opened(browser, files[name], color_scheme=scheme) as page:
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (colour == "rgb(255, 255, 255)") == (scheme == "light")
        options = EVERYTHING if scheme == "light" else COLOURS
        assert judged_at_all_widths(page, axe, options) == {}


def test_axe_would_find_something(browser: Any, axe: str, tmp_path: Path) -> None:
    """The judge is awake: of a page that fails, it says so, for colours and for the rest."""
    file = tmp_path / "page.html"
    file.write_text(
        "<!DOCTYPE html><html><title>x</title><main><h1>y</h1>"
        "<p style='color: #ccc; width: 2000px'>pale words</p></main>",
        encoding="utf-8",
    )
    with opened(browser, file) as page:
        for options, rules in (
            (EVERYTHING, ["color-contrast", "html-has-lang"]),
            (COLOURS, ["color-contrast"]),
            (NO_COLOURS, ["html-has-lang"]),
        ):
            *found, wide = judge(page, axe, options)
            assert sorted(one.split(":")[0] for one in found) == rules
            assert wide.endswith(" px wide on 1280")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_axe_finds_nothing_in_large_text(
    name: str, large_text: Any, axe: str, files: dict[str, Path]
) -> None:
    with opened(large_text, files[name], color_scheme="light") as page:
        assert page.evaluate("getComputedStyle(document.body).fontSize") == f"{LARGE}px"
        assert judged_at_all_widths(page, axe, NO_COLOURS) == {}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_all_of_it_is_printed(name: str, browser: Any, axe: str, files: dict[str, Path]) -> None:
    """Printed from a dark screen, it is dark on white, whole, and without the menu."""
    with opened(browser, files[name], color_scheme="dark") as page:
        headings = page.eval_on_selector_all(
            "header h1, main :is(h1, h2, h3, h4, h5, h6)", "all => all.map(one => one.textContent)"
        )
        page.emulate_media(media="print")
        assert judge(page, axe) == []
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == (
            "rgb(255, 255, 255)"
        )
        with pymupdf.open(stream=page.pdf(prefer_css_page_size=True)) as paper:
            printed = "".join(sheet.get_text() for sheet in paper)
            assert {round(min(sheet.rect.br)) for sheet in paper} <= {595, 596}  # pt, A4
    letters = "".join(printed.replace("\xad", "").split()).replace("-", "")
    assert len(headings) > 4
    lost = [it for it in headings if "".join(it.split()).replace("-", "") not in letters]
    assert lost == []


@pytest.mark.parametrize(
    ("name", "width", "least"),
    [("programme", DESKTOP, 300), ("real-programme", PHONE, 100), ("real-minutes", PHONE, 3)],
)
def test_the_keyboard_reaches_everything_in_order(
    name: str, width: int, least: int, browser: Any, files: dict[str, Path]
) -> None:
    """From the skip link to the last link, each stop marked, on the screen, and none a trap."""
    with opened(browser, files[name], viewport={"width": width, "height": HEIGHT}) as page:
        count = page.evaluate(FOCUSABLE)
        assert count >= least
        stops = []
        for _ in range(count):
            page.keyboard.press("Tab")
            stops.append(focus(page))
        places = [stop["place"] for stop in stops]
        assert places == sorted(set(places))
        assert [stop for stop in stops if not (stop["marked"] and stop["seen"])] == []
        page.keyboard.press("Tab")
        assert focus(page)["place"] not in places[1:], "after the last one, the page is left"


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_menu_is_passed_by_one_link(width: int, browser: Any, files: dict[str, Path]) -> None:
    with opened(browser, files["programme"], viewport={"width": width, "height": HEIGHT}) as page:
        page.keyboard.press("Tab")
        skip = focus(page)
        assert (skip["text"], skip["seen"]) == ("Gå til indholdet", True)
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.wait_for_function("document.querySelector('main').contains(document.activeElement)")
        first = page.evaluate(
            "document.querySelector('main a[href], main [tabindex=\"0\"]')"
            " === document.activeElement"
        )
        assert first


def test_the_folded_contents_are_opened_and_used_by_keyboard(
    browser: Any, files: dict[str, Path]
) -> None:
    with opened(browser, files["programme"], viewport={"width": PHONE, "height": HEIGHT}) as page:
        while focus(page)["tag"] != "summary":
            page.keyboard.press("Tab")
            assert not focus(page)["body"], "the contents can't be reached"
        summary = focus(page)
        assert summary["text"] == "Indhold"
        page.keyboard.press("Tab")
        assert page.evaluate("!document.activeElement.closest('nav')"), "folded is passed over"
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        link = focus(page)
        assert page.evaluate("!!document.activeElement.closest('nav')")
        heading = page.locator(f'[id="{link["href"][1:]}"]')
        assert heading.inner_text() == link["text"]
        page.keyboard.press("Enter")
        page.wait_for_function(
            "id => { const box = document.getElementById(id).getBoundingClientRect();"
            " return box.top >= 0 && box.bottom <= innerHeight }",
            arg=link["href"][1:],
        )
        page.keyboard.press("Tab")
        after = page.evaluate(
            "id => !!(document.getElementById(id).compareDocumentPosition(document.activeElement)"
            " & Node.DOCUMENT_POSITION_FOLLOWING)",
            link["href"][1:],
        )
        assert after, "reading goes on below the heading"


def test_signs_of_other_alphabets_are_set_in_the_same_face(browser: Any, tmp_path: Path) -> None:
    """As Chromium says which faces it drew each text with: its own, and none of the machine's."""
    file = tmp_path / "page.html"
    texts = ["β-thalassæmi ≥ 5 → ‰ ⅔", "**Łódź α č Nguyễn**", "*μ Škoda ≤*"]
    file.write_text(written("\n\n".join(texts)), encoding="utf-8")
    with opened(browser, file) as page:
        session = page.context.new_cdp_session(page)
        session.send("DOM.enable")
        session.send("CSS.enable")
        root = session.send("DOM.getDocument")["root"]["nodeId"]
        found = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": "main p"})
        assert len(found["nodeIds"]) == len(texts)
        for node in found["nodeIds"]:
            used = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
            assert all(one["isCustomFont"] for one in used), used
            assert {one["familyName"].lower().removesuffix(" semibold") for one in used} == {
                "libertinus serif"
            }


def test_a_one_pager_is_printed_on_one_page(browser: Any, tmp_path: Path) -> None:
    """Each of Eksempelrådet's, which are one page in the PDF, too."""
    printed = {}
    for path in sorted((EXAMPLE / "content/one-pagers").glob("*.md")):
        name = f"content/one-pagers/{path.name}"
        [data] = FORMATS["html"](publish(EXAMPLE, name), EXAMPLE).values()
        file = tmp_path / f"{path.stem}.html"
        file.write_bytes(data)
        with opened(browser, file) as page:
            page.emulate_media(media="print")
            with pymupdf.open(stream=page.pdf(prefer_css_page_size=True)) as paper:
                printed[path.stem] = len(paper)
    assert len(printed) == 14
    assert {name: pages for name, pages in printed.items() if pages > 1} == {}


def first_line(sheet: Any) -> str:
    """Return the line at the head of a sheet."""
    return str(sheet.get_text(sort=True)).strip().split("\n")[0].strip()


def test_each_wide_page_of_the_programme_begins_anew(browser: Any, files: dict[str, Path]) -> None:
    """In print, and a topic is a page there, too."""
    with opened(browser, files["real-programme"]) as page:
        page.emulate_media(media="print")
        with pymupdf.open(stream=page.pdf(prefer_css_page_size=True)) as paper:
            heads = [first_line(sheet) for sheet in paper if sheet.rect.width > sheet.rect.height]
    assert heads == ["6 Samspil med nationale initiativer", "7 Tværgående temaer"]
    with opened(browser, files["programme"]) as page:
        page.emulate_media(media="print")
        with pymupdf.open(stream=page.pdf(prefer_css_page_size=True)) as paper:
            heads = [first_line(sheet) for sheet in paper]
    topics = [place for place, head in enumerate(heads) if re.match(r"2\.\d\.\d ", head)]
    assert len(topics) == 12
    for place in topics:
        assert re.match(r"2\.\d(\.\d)? |3 Aktivitetsplan", heads[place + 1]), heads[place]
