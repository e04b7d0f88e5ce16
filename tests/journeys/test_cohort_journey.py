"""Nguồn cán bộ: an officer builds a cohort, keeps it, and sees it as it was a year earlier."""

import re
from datetime import date

from django.db import connection
from playwright.sync_api import Page, expect

from congvu.kernel import scope
from tests.journeys.browser import Enter
from tests.journeys.looks import look

NAME = "Nữ dưới 40, đại học, trung cấp lý luận"
COUNTED = """
SELECT count(*) FROM personnel_assignment a
JOIN personnel_person p ON p.identity_id = a.person_id
JOIN organisations_post post ON post.id = a.post_id
JOIN scope_unitidentity u ON u.id = post.unit_id
WHERE a.kind = 'principal' AND a.valid @> %(on)s
  AND u.path <@ (SELECT path FROM scope_unitidentity WHERE slug = 'binh-thuy')
  AND p.sex = 'female' AND age(%(on)s, p.born_on) < interval '40 years'
  AND (SELECT max(level) FROM personnel_study WHERE person_id = p.identity_id AND subject = 'professional'
       AND awarded_on <= %(on)s AND withdrawn_on IS NULL) >= 4
  AND (SELECT max(level) FROM personnel_study WHERE person_id = p.identity_id AND subject = 'political_theory'
       AND awarded_on <= %(on)s AND withdrawn_on IS NULL) >= 2
"""


def counted(on: date) -> int:
    """The same question, asked of the same rows in another way."""
    with scope.within(scope.tops()), connection.cursor() as cursor:
        cursor.execute(COUNTED, {"on": on})
        return int(cursor.fetchone()[0])


def shown(page: Page) -> int:
    """The figure that stands largest."""
    told = re.match(r"[\d.]+", page.locator("#cohort-total").inner_text())
    assert told
    return int(told[0].replace(".", ""))


def test_an_officer_builds_a_cohort_keeps_it_and_sees_it_a_year_earlier(enter: Enter):
    now, before = counted(date(2016, 4, 10)), counted(date(2015, 4, 10))
    visitor = enter("chuyenvien")
    page = visitor.page
    visitor.open("/nguon-can-bo/")
    assert look(visitor, "nguon-can-bo-trong") == []

    page.get_by_role("link", name="Lập nhóm mới").first.click()
    page.get_by_label("Nữ", exact=True).check()
    page.get_by_role("group", name="Tuổi", exact=True).get_by_label("Dưới").fill("40")
    page.locator("#dk-chuyen-mon-tu").select_option(label="Đại học")
    page.locator("#dk-ly-luan-tu").select_option(label="Trung cấp")
    sentence = "Nữ, dưới 40 tuổi, đại học trở lên, lý luận chính trị trung cấp trở lên"
    expect(page.locator(".cv-cohort-words")).to_have_text(sentence)
    assert shown(page) == now > 0
    assert look(visitor, "nguon-can-bo-tim") == []
    page.get_by_role("link", name="Lưu thành nhóm").click()
    page.get_by_label("Tên nhóm").fill(NAME)
    page.get_by_role("button", name="Lưu nhóm").click()
    expect(page.get_by_text("Đã lưu nhóm")).to_be_visible()
    assert (visitor.h1(), shown(page)) == (NAME, now)
    visitor.open("/nguon-can-bo/")
    row = page.locator("tr", has_text=NAME)
    assert row.locator("td.is-number").all_inner_texts() == [str(now), str(before)]
    row.get_by_role("link", name=str(before), exact=True).last.click()

    expect(page.get_by_text("vào ngày 10/04/2015")).to_be_visible()
    assert shown(page) == before
