"""A web page gives its article, and nothing that stands around it."""

from __future__ import annotations

import pytest
from example_files import Reader, Refuse

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Armenia - Department of Samples</title><script>var seized = "7,000 kg"; if (a<b) {}</script>
<style>p { width: 100px }</style></head><body>
<header class="site"><a href="/">Home</a><form><button>Search 9</button></form></header>
<nav><ul><li>Policy 12</li></ul></nav><div id="wrap"><main id="content">
<div class="breadcrumb">Home &gt; Reports 2019</div><article><header><h1>Armenia</h1></header>
<div class="share">Shared 42 times</div><h2>A. Introduction</h2>
<p>Armenia seized 1,200&nbsp;kg of <a href="#">cocaine</a> in <b>2023</b>, about 3.5&#37; more.<br>
A second line.</p><p>It destroyed<span> 40</span> laboratories.</p>
<ul><li><p>Boats: 14</p></li><li>Trucks: 9</li></ul>
<table><tr><th>Year</th><th>Seized</th></tr><tr><td><p>2022</p></td><td>1,100 kg</td></tr></table>
<h2>B. Trends</h2><div>Loose text <div>in a block</div> tail.</div></article></main>
<aside>Related 2018 report</aside></div><footer>Call 202-555-0100</footer></body></html>"""

BLOCKS = [
    "Armenia",
    "A. Introduction",
    "Armenia seized 1,200 kg of cocaine in 2023, about 3.5% more.",
    "A second line.",
    "It destroyed 40 laboratories.",
    "• Boats: 14",
    "• Trucks: 9",
    "Year\tSeized",
    "2022\t1,100 kg",
    "B. Trends",
    "Loose text",
    "in a block",
    "tail.",
]


def test_the_article_and_no_more(read_as: Reader) -> None:
    (document,) = read_as("incsr-2024-arm.html", PAGE)
    assert document.text == "\n\n".join(BLOCKS) + "\n"
    assert document.title == "Armenia - Department of Samples"
    assert document.media_type == "text/html"
    assert [section.section_id for section in document.sections] == ["front", "A", "B"]


def test_html_is_known_by_its_beginning(read_as: Reader) -> None:
    (document,) = read_as("incsr-2024-arm.txt", PAGE)
    assert document.media_type == "text/html"


def test_a_page_without_an_article_element_is_read_whole(read_as: Reader) -> None:
    page = "<html><body><p>Armenia</p><p>It seized 5 kg.</p><nav>Home 3</nav></body></html>"
    (document,) = read_as("incsr-2018-arm.html", page)
    assert document.text == "Armenia\n\nIt seized 5 kg.\n"


def test_identity_of_a_page_from_its_words(read_as: Reader) -> None:
    page = (
        "<html><head><title>2014 International Narcotics Control Strategy Report (INCSR)</title>"
        "</head><body><main><h1>Armenia</h1><p>It seized 5 kg in 2013.</p></main></body></html>"
    )
    (document,) = read_as("page-17.html", page)
    assert document.identity.report_id == "incsr-2014-arm"


def test_menus_without_a_name_are_left_out(read_as: Reader) -> None:
    menu = "".join(f"<td><a href='#'>Report of 200{n}</a></td>" for n in range(5))
    page = (
        f"<html><body><table><tr>{menu}</tr></table><div><h1>Armenia</h1>"
        "<p>It seized <a href='#'>5 kg</a> of <a href='#'>opium</a>, not <a href='#'>7</a>, "
        "in the first half of the year.</p></div>"
        "<div><a href='#'>Send</a> | <a href='#'>Print 2</a> | <a href='#'>Save</a></div></body>"
    )
    (document,) = read_as("incsr-2018-arm.html", page)
    sentence = "It seized 5 kg of opium, not 7, in the first half of the year."
    assert document.text == f"Armenia\n\n{sentence}\n"


def test_markup_in_text_stays_text(read_as: Reader) -> None:
    page = "<html><body><p>Armenia &lt;script&gt;alert(1)&lt;/script&gt; seized 5 kg.</p></body>"
    (document,) = read_as("incsr-2018-arm.html", page)
    assert document.text == "Armenia <script>alert(1)</script> seized 5 kg.\n"


@pytest.mark.parametrize(
    ("page", "code"),
    [
        pytest.param("<html><body>" + "<div>" * 100_000, "too_deep", id="nested-100000-deep"),
        pytest.param("<html>" + "x" * 9_000_000, "too_large", id="nine-megabytes"),
        pytest.param(
            "<html><body><script>5 kg</script></body></html>", "no_text", id="script-only"
        ),
        pytest.param("<html>" + "<a" * 2_000_000, "no_text", id="open-tags"),
    ],
)
def test_bad_pages_are_refused(refusal: Refuse, page: str, code: str) -> None:
    assert refusal("incsr-2018-arm.html", page).code == code
