"""The timeline: every bar where its dates say, every title readable, in print and in a PDF/UA."""

from calendar import isleap
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
import typst
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from wp.programme.assemble import assemble
from wp.publishing.pictures.drawing import Drawing, fit, measure
from wp.publishing.pictures.timeline import HIGHEST, timeline
from wp.reading.repository import Repository, read_repository

EKSEMPEL = Path(__file__).resolve().parents[1] / "eksempelraadet"
LABELS = {
    "timeline": "Tidslinje",
    "milestones": "Milepæle",
    "no_focus_area": "Uden indsatsområde",
    "timeline_arrow": "Venter på en anden aktivitet i emnet",
    "timeline_ring": "Venter på en aktivitet, som tabellen nævner",
}
SVG = "{http://www.w3.org/2000/svg}"
ACCENT, PLOT, EDGE = "#1F4E5F", 400, 988


@pytest.fixture(scope="module")
def repository() -> Repository:
    return read_repository(EKSEMPEL)


@pytest.fixture(scope="module")
def programme(repository):
    return assemble(repository)


@pytest.fixture(scope="module")
def pictures(programme):
    return [ElementTree.fromstring(data) for data in timeline(programme, LABELS)]


def activities():
    """Return the dated activities, read without any code of ours."""
    for path in sorted((EKSEMPEL / "content" / "one-pagers").glob("*.md")):
        front = path.read_text(encoding="utf-8").split("---\n")[1]
        data = yaml.load(front, Loader=yaml.BaseLoader)
        if data["status"] == "approved":
            yield from data["activities"]


def changed(repository, **changes):
    """Return the programme with the fields of some documents changed, by id."""
    documents = tuple(
        replace(document, data={**document.data, **changes.get(document.id, {})})
        for document in repository.documents
    )
    return assemble(replace(repository, documents=documents))


def texts(picture):
    return [node.text for node in picture.iter(f"{SVG}text")]


def bars(picture):
    return [
        (float(node.get("x")), float(node.get("width")))
        for node in picture.iter(f"{SVG}rect")
        if node.get("fill") == ACCENT
    ]


def place(day, after=False):
    """Return where a day begins or ends among the years 2027 to 2030."""
    length = 366 if isleap(day.year) else 365
    elapsed = (day - date(day.year, 1, 1)).days + after
    return PLOT + (EDGE - PLOT) / 4 * (day.year - 2027 + elapsed / length)


def test_every_activity_has_its_bar_at_its_dates(pictures):
    expected = Counter()
    for activity in activities():
        start, end = (date.fromisoformat(activity[key]) for key in ("start", "end"))
        left, right = place(start), place(end, after=True)
        expected[round(left, 1), round(max(right - left, 4), 1)] += 1
    found = Counter(bar for picture in pictures for bar in bars(picture))
    assert sum(found.values()) == sum(expected.values()) == 46
    for (x, width), number in expected.items():
        near = [b for b in found if abs(b[0] - x) < 0.11 and abs(b[1] - width) < 0.11]
        assert sum(found[bar] for bar in near) == number


def test_every_title_is_there_whole(pictures, programme):
    said = " ".join(" ".join(texts(picture)) for picture in pictures)
    for activity in activities():
        assert activity["title"] in said
    for topic in programme.one_pagers:
        assert topic.title in said
    for area in programme.focus_areas:
        assert said.count(area.title) >= 1


def test_focus_areas_stay_together(pictures, programme):
    assert len(pictures) == 2
    areas = [area.title for area in programme.focus_areas]
    found = [[text for text in texts(picture) if text in areas] for picture in pictures]
    assert found == [areas[:2], areas[2:]]


def test_milestones_in_the_years_are_marked_and_named(pictures):
    for picture in pictures:
        said = texts(picture)
        at = said.index("Milepæle")
        assert [text for text in said[at:] if text.isdecimal()] == ["1", "2", "3", "4", "5"]
        legend = " ".join(said[at:]).replace("\u00a0", " ")
        assert "1 14. januar 2027: Opstartsmøde for alle ansvarlige 2 30. september" in legend
        marks = [float(node.get("cx")) for node in picture.iter(f"{SVG}circle")][:5]
        days = ["2027-01-14", "2027-09-30", "2028-11-30", "2029-11-29", "2030-12-05"]
        assert marks == pytest.approx([place(date.fromisoformat(day)) for day in days], abs=0.1)


def test_titles_end_before_the_years_in_the_face_of_the_pdf(pictures):
    """Measured by Typst, not by our own table."""
    lines = [
        (node.text, float(node.get("x")), float(node.get("font-size")), node.get("font-weight"))
        for picture in pictures
        for node in picture.iter(f"{SVG}text")
        if float(node.get("x")) < PLOT and node.get("fill") == "#1A1A1A"
    ]
    titles = [line for line in lines if line[2] == 17]
    assert len(titles) > 60
    calls = "\n".join(
        f'#context [#metadata(measure(text(font: "Libertinus Serif", size: {size}pt,'
        f' weight: "{weight or "regular"}", {yaml_string(text)})).width.pt()) <width>]'
        for text, _, size, weight in titles
    )
    widths = typst.query(calls.encode(), "<width>", field="value")
    for (text, x, size, weight), width in zip(titles, yaml.safe_load(widths), strict=True):
        assert x + width <= PLOT - 10, text
        assert width <= measure(text, size, weight == "bold")


def yaml_string(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def test_no_title_covers_another(pictures):
    for picture in pictures:
        lines = sorted(
            float(node.get("y"))
            for node in picture.iter(f"{SVG}text")
            if float(node.get("x")) in (12, 24)
        )
        assert all(below - above >= 18.9 for above, below in pairwise(lines))


def test_nothing_lies_outside_the_picture(pictures):
    for picture in pictures:
        height = float(picture.get("height"))
        assert height <= HIGHEST
        for node in picture.iter():
            for key in ("y", "y1", "y2", "cy"):
                assert 0 <= float(node.get(key, 0)) <= height
            for key in ("x", "x1", "x2", "cx"):
                assert 0 <= float(node.get(key, 0)) <= 1000


def waiting():
    """Return each activity, what it awaits with nothing drawn between, and what it awaits besides.

    Read without any code of ours.
    """
    for path in sorted((EKSEMPEL / "content" / "one-pagers").glob("*.md")):
        data = yaml.load(path.read_text(encoding="utf-8").split("---\n")[1], Loader=yaml.BaseLoader)
        if data["status"] == "approved":
            drawn = sorted(data["activities"], key=lambda one: (one["start"], one["end"]))
            for place_, activity in enumerate(drawn):
                needs = activity.get("depends_on", [])
                near = [
                    first
                    for at, first in enumerate(drawn[:place_])
                    if first.get("id") in needs
                    and not any(one["end"] >= activity["start"] for one in drawn[at + 1 : place_])
                ]
                yield activity, near, set(needs) - {first["id"] for first in near}


def lines(picture):
    return Counter(
        tuple(round(float(node.get(key))) for key in ("x1", "y1", "x2", "y2"))
        for node in picture.iter(f"{SVG}line")
        if node.get("stroke-width") == "1.2"
    )


def test_an_arrow_leads_from_each_activity_to_those_of_its_topic_that_await_it(pictures):
    expected = Counter(
        (
            place(date.fromisoformat(first["end"]), after=True),
            place(date.fromisoformat(activity["start"])),
        )
        for activity, own, _ in waiting()
        for first in own
    )
    legends = 2 * len(pictures)
    drawn = [line for picture in pictures for line in lines(picture).elements()]
    level = [line for line in drawn if line[1] == line[3] and line[0] > PLOT]
    down = [line for line in drawn if line[0] == line[2] and line[0] > PLOT]
    assert len(level) == len(down) == sum(expected.values()) == 30
    assert len(drawn) == 2 * len(level) + legends
    for left, right in expected:
        assert any(
            abs(line[0] - left) <= 1 and right <= line[2] + 1 <= right + 6 for line in level
        ), (left, right)
    for x, top, _, bottom in down:
        assert top < bottom
        assert all(
            not (left < x < left + width)
            for picture in pictures
            for node in picture.iter(f"{SVG}rect")
            if node.get("fill") == ACCENT and (x, top, x, bottom) in lines(picture)
            for left, width, y in [[float(node.get(key)) for key in ("x", "width", "y")]]
            if top < y < bottom - 7
        )


def test_a_ring_stands_before_what_awaits_an_activity_that_no_arrow_comes_from(pictures):
    expected = sorted(
        round(place(date.fromisoformat(activity["start"])) - 8)
        for activity, _, elsewhere in waiting()
        if elsewhere
    )
    rings = sorted(
        round(float(node.get("x")) + 4.5)
        for picture in pictures
        for node in picture.iter(f"{SVG}rect")
        if node.get("rx") == "4.5" and float(node.get("x")) != 516.5
    )
    assert len(expected) == 12
    assert rings == pytest.approx(expected, abs=1)


def test_an_arrow_passes_through_no_bar_and_goes_forward_only(repository):
    def plan(*spans):
        return [
            {
                "id": f"a{number}",
                "title": f"Opgave {number}",
                "start": start,
                "end": end,
                **({"depends_on": needs} if needs else {}),
            }
            for number, (start, end, needs) in enumerate(spans, start=1)
        ]

    def signs(*spans):
        one = next(iter(repository.of("one-pager"))).id
        others = {
            document.id: {"activities": []}
            for document in repository.of("one-pager")
            if document.id != one
        }
        made = changed(repository, **others, **{one: {"activities": plan(*spans)}})
        [picture] = [ElementTree.fromstring(data) for data in timeline(made, LABELS)]
        heads = sum(1 for _ in picture.iter(f"{SVG}polygon"))
        rings = sum(node.get("rx") == "4.5" for node in picture.iter(f"{SVG}rect"))
        return heads, rings

    early, middle, late = (
        ("2027-01-01", "2027-03-31"),
        ("2027-04-01", "2028-12-31"),
        ("2028-01-01", "2028-03-31"),
    )
    assert signs((*early, []), (*middle, [])) == (0, 0)
    assert signs((*early, []), (*middle, ["a1"])) == (2, 1)  # with those of the legend
    # the bar in the middle stands in the way
    assert signs((*early, []), (*middle, []), (*late, ["a1"])) == (1, 2)
    # what begins before the other has ended awaits it only in part
    assert signs((*early, []), ("2027-02-01", "2027-06-30", ["a1"])) == (1, 2)


def test_a_plan_without_dates_has_no_picture(repository):
    none = {document.id: {"activities": []} for document in repository.of("one-pager")}
    assert timeline(changed(repository, **none), LABELS) == []
    undated = {
        document.id: {"activities": [{"title": "Uden dato"}]}
        for document in repository.of("one-pager")
    }
    assert timeline(changed(repository, **undated), LABELS) == []


def test_an_activity_with_one_date_is_drawn_as_that_day(repository):
    none = {document.id: {"activities": []} for document in repository.of("one-pager")}
    none["jura"] = {}
    none["naturkortet"] = {"activities": [{"title": "Åbning", "end": "2028-07-01"}]}
    (data,) = timeline(changed(repository, **none), LABELS)
    (bar,) = bars(ElementTree.fromstring(data))
    assert bar == (round(place(date(2028, 7, 1)), 1), 4)


def test_a_long_list_is_split_under_its_headings(repository):
    many = [
        {"title": f"Aktivitet nummer {n} med en titel på mere end én linje", "start": "2028-01-01",
         "end": "2028-02-01"}
        for n in range(60)
    ]  # fmt: skip
    pictures = timeline(changed(repository, naturkortet={"activities": many}), LABELS)
    found = [ElementTree.fromstring(data) for data in pictures]
    assert sum(len(bars(picture)) for picture in found) == 46 - 5 + 60
    holding = [p for p in found if "Naturkortet – den fælles database" in texts(p)]
    assert len(holding) > 2
    assert all("Deling og drift" in texts(picture) for picture in holding)
    assert all(float(picture.get("height")) <= HIGHEST for picture in found)


def test_many_milestones_on_the_same_days_get_lanes(repository):
    close = [
        {"id": f"m{n}", "title": f"Milepæl {n}", "date": f"2028-03-{n + 10}"} for n in range(6)
    ]
    for data in timeline(changed(repository, programme={"milestones": close}), LABELS):
        marks = [
            (float(node.get("cx")), float(node.get("cy")))
            for node in ElementTree.fromstring(data).iter(f"{SVG}circle")
        ]
        for place_, (x, y) in enumerate(marks):
            for other_x, other_y in marks[:place_]:
                assert abs(x - other_x) > 18 or abs(y - other_y) > 18


def test_more_milestones_than_a_page_holds_are_left_to_their_table(repository):
    close = [{"id": f"m{n}", "title": f"Milepæl {n}", "date": "2028-03-10"} for n in range(60)]
    for data in timeline(changed(repository, programme={"milestones": close}), LABELS):
        picture = ElementTree.fromstring(data)
        assert float(picture.get("height")) <= HIGHEST
        assert list(picture.iter(f"{SVG}circle")) == []


def test_a_period_without_end_is_drawn_as_far_as_there_are_activities(repository):
    period = {"period": {"start": "2027-01-01", "end": "8999-12-31"}}
    (first, *_) = timeline(changed(repository, programme=period), LABELS)
    years = [text for text in texts(ElementTree.fromstring(first)) if len(text) == 4]
    assert years == ["2027", "2028", "2029", "2030"]


def test_a_plan_of_centuries_is_still_a_picture(repository):
    long = [{"title": "Længe", "start": "0001-01-01", "end": "9999-12-31"}]
    pictures = timeline(changed(repository, naturkortet={"activities": long}), LABELS)
    assert all(len(data) < 20_000 for data in pictures)
    for data in pictures:
        assert all(0 <= x <= x + width <= 1000 for x, width in bars(ElementTree.fromstring(data)))


def test_dates_are_worded_in_the_programmes_language(repository):
    (first, *_) = timeline(changed(repository, programme={"language": "en"}), LABELS)
    assert "14\u00a0January 2027: Opstartsmøde" in " ".join(texts(ElementTree.fromstring(first)))


def test_the_same_programme_gives_the_same_bytes(repository, programme):
    assert timeline(assemble(repository), LABELS) == timeline(programme, LABELS)


def test_typst_sets_it_as_accessible_text(programme, tmp_path):
    odd = "Fest 🎉 漢字 x̄ \u200b\ufeff \ue000 עברית"
    drawing = Drawing(1000)
    drawing.text(10, 20, odd, 17, bold=True)
    data = [*timeline(programme, LABELS), drawing.svg(odd, 100)]
    source = '#set document(title: "Tidslinje")\n#set text(lang: "da")\n'
    for number, svg in enumerate(data):
        (tmp_path / f"{number}.svg").write_bytes(svg)
        source += f'#image("{number}.svg", alt: "Tidslinje", width: 100%)\n'
    (tmp_path / "main.typ").write_text(source, encoding="utf-8")
    pdf, warnings = typst.compile_with_warnings(
        str(tmp_path / "main.typ"), ignore_system_fonts=True, pdf_standards=["ua-1", "a-2a"]
    )
    assert warnings == []
    assert b"/Font" in pdf


@settings(max_examples=200)
@given(st.text(), st.floats(50, 500), st.integers(1, 3), st.booleans())
def test_any_text_fits(text, width, lines, bold):
    found = fit(text, 17, width, lines, bold)
    assert 1 <= len(found) <= lines
    assert all(measure(line, 17, bold) <= width for line in found)


def set_in_a_drawing(text):
    drawing = Drawing(100)
    drawing.text(0, 0, text, 17)
    svg = ElementTree.fromstring(drawing.svg(text, 100))
    assert [node.tag for node in svg] == [f"{SVG}title", f"{SVG}rect", f"{SVG}text"]
    return svg[2].text or ""


@given(st.text())
def test_any_text_makes_a_drawing(text):
    set_in_a_drawing(text)


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126) | st.sampled_from("æøåÆØÅ–")))
def test_text_never_becomes_markup(text):
    assert set_in_a_drawing(text) == text


def test_what_does_not_fit_is_cut_at_the_end():
    assert fit("Bygge og teste løsningen", 17, 120) == ["Bygge og t…"]
    assert fit("Bygge og teste løsningen", 17, 130, 2) == ["Bygge og teste", "løsningen"]
    assert fit("Bygge og teste løsningen", 17, 70, 2) == ["Bygge", "og te…"]
    assert fit("14.\u00a0januar 2027", 17, 60, 3) == ["14.\u00a0j…", "2027"]
    assert fit("", 17, 100) == [""]
