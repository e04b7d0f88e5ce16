"""Trang mẫu: every page type with invented content, to be looked at; served only while developing."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString

from congvu.law import Citation, Finding, LegalText
from congvu.web import refusals
from congvu.web.access import public
from congvu.web.forms import DayField
from congvu.web.parts import (
    Action,
    Badge,
    Bar,
    Bars,
    Choice,
    Download,
    Due,
    Empty,
    Event,
    Fact,
    FieldGroup,
    Figure,
    FormPage,
    StepMark,
    TabLink,
)
from congvu.web.register import Column, Filter, Register, Tab
from congvu.web.request import Request

_LAW = LegalText("00/0000/NĐ-CP", "Nghị định mẫu về một việc không có thật").article(7, 2, "a")
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Tôn Nữ Hoàng")
_MIDDLES = ("Văn", "Thị Ngọc", "Hữu", "Thị Thanh", "Quốc", "Thị Mỹ Hạnh")
_GIVEN = ("An", "Bình", "Chi", "Dũng", "Đào", "Giang", "Hạnh", "Khánh", "Nguyên", "Phượng", "Thúy", "Yến")
_UNITS = ("Phòng Nội vụ", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Phòng Lao động – Thương binh và Xã hội")
_STATES = (Badge("Đạt chuẩn", "done"), Badge("Chưa đạt chuẩn", "late"), Badge("Chưa đủ dữ liệu", "soon"))


@dataclass(frozen=True)
class Someone:
    """Một người không có thật."""

    pk: int
    name: str
    unit: str
    born: date
    state: Badge
    years: int


def _someone(place: int) -> Someone:
    name = " ".join((_FAMILIES[place % 8], _MIDDLES[place % 6], _GIVEN[place * 7 % 12]))
    born = date(1958, 3, 2) + timedelta(days=place * 97)
    return Someone(place, name, _UNITS[place * 5 % 3], born, _STATES[place * 3 % 7 % 3], place * 11 % 33)


REGISTER = Register(
    name="gallery.people",
    columns=(
        Column("ten", "Họ và tên", "name", sort=("name",), main=True, link=lambda row: "/mau/record/"),
        Column("don-vi", "Đơn vị", "unit", sort=("unit",)),
        Column("sinh", "Ngày sinh", "born", sort=("born",), kind="date"),
        Column("nam", "Số năm công tác", "years", sort=("years",), kind="number"),
        Column("chuan", "Trình độ", "state"),
        Column("han", "Hạn bổ sung", lambda row: Due(date(2026, 11, 20) + timedelta(days=row.pk), date(2026, 11, 23))),
    ),
    filters=(
        Filter(
            "don-vi", "Đơn vị", [(name, name) for name in _UNITS], lambda rows, v, on: [r for r in rows if r.unit == v]
        ),
        Filter(
            "chuan",
            "Trình độ",
            [(s.label, s.label) for s in _STATES],
            lambda rows, v, on: [r for r in rows if r.state.label == v],
        ),
    ),
    tabs=(
        Tab("tat-ca", "Tất cả", count=True),
        Tab("chua-dat", "Chưa đạt chuẩn", lambda rows, on: [r for r in rows if r.state.tone == "late"], count=True),
        Tab("thieu", "Chưa đủ dữ liệu", lambda rows, on: [r for r in rows if r.state.tone == "soon"], count=True),
    ),
    search=lambda rows, words, on: [row for row in rows if words.lower() in row.name.lower()],
    search_hint="Tìm theo họ tên, không cần dấu…",
    noun="người",
    empty=Empty(
        "Chưa có hồ sơ nào.",
        "Hồ sơ của những người trong phạm vi của bạn sẽ hiện ở đây. Bắt đầu bằng danh sách Excel đang có.",
        "users",
        Action("Nhập từ Excel", "/mau/form/", "file-import"),
    ),
)


class SpecimenForm(forms.Form):
    """Biểu mẫu mẫu."""

    name = forms.CharField(label="Họ và tên", max_length=60)
    born = DayField(label="Ngày sinh", help_text="Ghi như trong giấy khai sinh.")
    unit = forms.ChoiceField(label="Đơn vị", choices=[(name, name) for name in _UNITS])
    note = forms.CharField(label="Ghi chú", widget=forms.Textarea, required=False)
    file = forms.FileField(label="Tệp minh chứng", required=False, help_text="PDF hoặc ảnh, đến 20 MB.")
    sure = forms.BooleanField(label="Tôi đã đối chiếu với bản gốc")


@public
def specimen(request: Request, name: str) -> HttpResponse:
    """One page type, by name."""
    if name.isdigit():
        return refusals.page(request, int(name), findings=_findings() if name == "409" else ())
    if name in ("register", "empty"):
        size = 0 if name == "empty" else int(request.GET.get("so", "137"))
        actions = [Action("Thêm người", "/mau/form/", "plus", main=True)]
        listing = REGISTER.read(
            request, [_someone(place) for place in range(size)], actions=actions, excel="/mau/empty/"
        )
        return listing.response("web/gallery/register.html")
    if name not in _PAGES:
        raise Http404
    template, context = _PAGES[name]
    return render(request, template, context())


def _findings() -> list[Finding[bool]]:
    return [
        Finding(
            False, "Người này chưa có chứng chỉ bồi dưỡng ngạch chuyên viên chính, là điều kiện của vị trí.", _cited()
        )
    ]


def _cited() -> Citation:
    return _LAW


def _record() -> dict[str, Any]:
    return {
        "facts": [
            Fact("Ngày sinh", "12/05/1970", "46 tuổi"),
            Fact("Vị trí", "Phó Trưởng phòng", "từ 01/03/2012"),
            Fact("Đơn vị", "Phòng Lao động – Thương binh và Xã hội", url="/mau/board/"),
            Fact("Ngạch", "Chuyên viên chính", "01.002, bậc 4/8"),
            Fact("Trình độ so với chuẩn", "", badge=Badge("Thiếu 1 nội dung", "late")),
        ],
        "tabs": [
            TabLink("Tổng quan", "/mau/record/", current=True),
            TabLink("Quá trình công tác", "/mau/record/", count=6),
            TabLink("Đào tạo, bồi dưỡng", "/mau/record/", count=4),
            TabLink("Người đã xem", "/mau/record/"),
        ],
        "events": [
            Event("Phó Trưởng phòng", date(2012, 3, 1), None, _UNITS[2], "Quyết định số 12/QĐ-UBND", "info"),
            Event("Chuyên viên", date(2004, 1, 1), date(2012, 2, 29), _UNITS[0], "Quyết định số 7/QĐ-UBND"),
            Event("Tốt nghiệp đại học", date(1994, 1, 1), None, "Ngành Luật", precision="year", tone="done"),
        ],
        "actions": [Action("Bổ sung văn bằng", "/mau/form/", "plus", main=True)],
    }


def _case() -> dict[str, Any]:
    return {
        **_record(),
        "tabs": [],
        "steps": [
            StepMark("Tiếp nhận", "done", date(2026, 11, 16), "Trần Thị Ngọc An"),
            StepMark("Kiểm tra", "done", date(2026, 11, 18), "Lê Hữu Bình"),
            StepMark("Xác nhận", "current"),
            StepMark("Ghi vào hồ sơ"),
        ],
        "choices": [
            Choice("Xác nhận và ghi vào hồ sơ", "/"),
            Choice("Đề nghị bổ sung", "/"),
            Choice("Bổ nhiệm ngạch", "/", _findings()),
        ],
        "due": Due(
            date(2026, 11, 25),
            date(2026, 11, 23),
            ["Nhận lúc 09:30 ngày 20/11/2026", "3 ngày làm việc, không tính ngày nhận"],
        ),
        "refused": None,
    }


def _board() -> dict[str, Any]:
    bars = [
        ("Phòng Nội vụ", 88),
        ("Phòng Tài chính – Kế hoạch", 81),
        (_UNITS[1], 74),
        (_UNITS[2], 62),
        ("Thanh tra", 41),
    ]
    units = [Bar(label, value, f"{value},0 %", url="/mau/register/") for label, value in bars]
    shares = [Bar("Thạc sĩ trở lên", 41, tone="done"), Bar("Đại học", 285), Bar("Cao đẳng", 33), Bar("Trung cấp", 22)]
    return {
        "figures": [
            Figure(
                "Cán bộ, công chức, viên chức",
                1389,
                "người",
                url="/mau/register/",
                note="Hành chính 214 · Đảng 97 · phường 1.078",
            ),
            Figure(
                "Đạt chuẩn chuyên môn",
                Decimal("62.35"),
                "%",
                2,
                "/mau/register/",
                change="tăng 3,1 điểm so với 2015",
                change_tone="done",
                series=(51, 54, 53, 58, 59.2, 62.35),
                share=62.35,
            ),
            Figure(
                "Chưa đạt ít nhất một chuẩn",
                523,
                "người",
                url="/mau/register/",
                change="tăng 12 người so với quý trước",
                change_tone="late",
                series=(498, 505, 511, 511, 523),
            ),
            Figure("Chưa đủ dữ liệu để kết luận", 17, "người", url="/mau/register/", note="Đề nghị bổ sung văn bằng"),
        ],
        "actions": [Action("Lập báo cáo", "/mau/paper/", "report-analytics", main=True)],
        "units": Bars(
            "Thanh tra còn cách chỉ tiêu xa nhất", units, measure="Đạt chuẩn", whole=100, mark=80, mark_label="Chỉ tiêu"
        ),
        "levels": Bars("Ba phần tư có trình độ đại học", shares, label="Trình độ"),
    }


def _form() -> dict[str, Any]:
    form = SpecimenForm({"name": "", "born": "31/02/1970", "unit": _UNITS[0]})
    groups = (
        FieldGroup("Nhân thân", ("name", "born", "unit"), "Theo thứ tự của sơ yếu lý lịch."),
        FieldGroup("Minh chứng", ("note", "file", "sure")),
    )
    page = FormPage(
        "Bổ sung văn bằng",
        "Gửi để kiểm tra",
        "/mau/record/",
        groups,
        "Văn bằng được ghi vào hồ sơ sau khi bộ phận tổ chức xác nhận.",
        "Chưa ghi gì vào hồ sơ ở bước này.",
        upload=True,
    )
    return {"form": form, "page": page}


def _paper() -> dict[str, Any]:
    words = (
        "<article class='paper'><h2>BÁO CÁO</h2><p>Kết quả rà soát trình độ cán bộ, công chức, viên chức</p></article>"
    )
    return {
        "preview": SafeString(words),
        "downloads": [
            Download("PDF", "/", "file-type-pdf"),
            Download("Word", "/", "file-type-docx"),
            Download("Excel", "/", "file-spreadsheet"),
        ],
        "actions": [],
    }


_PAGES: dict[str, Any] = {
    "record": ("web/gallery/record.html", _record),
    "case": ("web/gallery/case.html", _case),
    "board": ("web/gallery/board.html", _board),
    "form": ("web/form.html", _form),
    "paper": ("web/gallery/paper.html", _paper),
}
