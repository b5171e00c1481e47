"""The page on which the addresses for programs are tried, in a browser."""

import pytest
from playwright.sync_api import expect

from borderkg.questions import catalogue
from tests.explorer.conftest import Watched

pytestmark = pytest.mark.browser


def test_a_question_is_asked_with_parameters(watched: Watched) -> None:
    """The first page leads to it; the form has the defaults, the request is shown, and the answer is a table."""
    page = watched.open("/")
    page.get_by_role("link", name="API").click()
    page.locator("#operation").select_option("/api/questions/cq15-claims-about")
    expect(page.locator("#name")).to_have_value("二连浩特重点开发开放试验区")
    page.locator("#name").fill("满洲里口岸")
    page.locator("#limit").fill("2")
    page.get_by_role("button", name="查询").click()
    expect(page.locator("#request")).to_contain_text("GET /api/questions/cq15-claims-about?name=%E6%BB%A1")
    expect(page.locator("#answer tbody tr")).to_have_count(2)
    expect(page.locator("#answer thead")).to_contain_text("subject")


def test_a_wrong_parameter_is_told(watched: Watched) -> None:
    """In the words of the problem. The address holds what was asked; opening it asks again."""
    page = watched.open("/api?question=cq15-claims-about&name=<img src=x onerror=alert(1)>&limit=3")
    expect(page.get_by_role("alert")).to_contain_text("图谱中没有 <img src=x onerror=alert(1)> 这个名称")
    page.locator("#limit").evaluate("field => { field.type = 'text'; field.value = 'many' }")
    with page.expect_response(lambda response: response.status == 400):
        page.get_by_role("button", name="查询").click()
    expect(page.get_by_role("alert")).to_contain_text("参数 limit 应为 1 至 10000 的整数")
    watched.faults = [
        fault for fault in watched.faults if not {"400", "404"} & set(fault.split())
    ]  # the browser notes the refusal itself


def test_search_and_help_can_be_tried_too(watched: Watched) -> None:
    """Every address of the description is in the list."""
    page = watched.open("/api?question=search&q=syq")
    expect(page.locator("#answer")).to_contain_text("试验区")
    expect(page.locator("#operation option")).to_have_count(len(catalogue.load()) + 7)


def test_the_list_of_addresses_fits_the_window(watched: Watched) -> None:
    """Its longest entry does not make the page wider, on a narrow window either."""
    page = watched.open("/api")
    expect(page.locator("#operation option").first).to_be_attached()
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
