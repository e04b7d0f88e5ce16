"""Bộ phận của trang: what a view hands to the components; each part is shown by the template tag of its name."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

Tone = Literal["plain", "done", "soon", "late", "closed", "info"]


@dataclass(frozen=True)
class Badge:
    """Nhãn trạng thái: a word and a tone; the tone brings its icon, so that colour never speaks alone."""

    label: str
    tone: Tone = "plain"
    detail: str = ""


@dataclass(frozen=True)
class Action:
    """Việc có thể làm: a link or, with `post`, a button that sends."""

    label: str
    url: str
    icon: str = ""
    main: bool = False
    post: bool = False


@dataclass(frozen=True)
class Fact:
    """Một điều trong phần đầu hồ sơ."""

    label: str
    value: Any
    detail: str = ""
    url: str = ""
    badge: Badge | None = None


@dataclass(frozen=True)
class TabLink:
    """Thẻ trong hồ sơ."""

    label: str
    url: str
    current: bool = False
    count: int | None = None


@dataclass(frozen=True)
class Event:
    """Mốc trên dòng thời gian; without a last day it holds still."""

    title: str
    starts: date | None = None
    last: date | None = None
    detail: str = ""
    ground: str = ""
    tone: Tone = "plain"
    url: str = ""
    precision: str = "day"


@dataclass(frozen=True)
class Figure:
    """Con số: a figure, its change, its small line over time, and the address of the rows behind it."""

    label: str
    value: int | float | Decimal | None
    unit: str = ""
    places: int | None = None
    url: str = ""
    note: str = ""
    change: str = ""
    change_tone: Tone = "plain"
    series: Sequence[float] = ()
    share: float | None = None
    tone: Tone = "plain"
    cites: str = ""


@dataclass(frozen=True)
class Bar:
    """Một thanh trong biểu đồ so sánh."""

    label: str
    value: int | float | Decimal
    text: str = ""
    url: str = ""
    tone: Tone = "plain"
    detail: str = ""


@dataclass(frozen=True)
class Bars:
    """Biểu đồ thanh: the title says the finding; bars run from 0 to `whole`, or to the largest."""

    title: str
    bars: Sequence[Bar]
    label: str = "Đơn vị"
    measure: str = "Số người"
    whole: float | None = None
    mark: float | None = None
    mark_label: str = ""
    note: str = ""

    @property
    def top(self) -> float:
        """Where the scale ends."""
        return self.whole or max((float(bar.value) for bar in self.bars), default=0) or 1.0

    @property
    def mark_at(self) -> str:
        """Where the mark stands on the scale."""
        return f"{min(100.0, (self.mark or 0) * 100 / self.top):.2f}"


@dataclass(frozen=True)
class StepMark:
    """Bước trên đường đi của vụ việc."""

    label: str
    state: Literal["done", "current", "ahead"] = "ahead"
    on: date | None = None
    by: str = ""


@dataclass(frozen=True)
class Choice:
    """Nút của vụ việc: what may be done now; `held_back_by` are findings that hold it back."""

    label: str
    url: str
    held_back_by: Sequence[Any] = ()
    danger: bool = False


@dataclass(frozen=True)
class Due:
    """Hạn: when, how it was computed, from which day it is looked at, and how many working days are left."""

    at: date | datetime
    today: date
    trace: Sequence[str] = ()
    done: bool = False
    working: int | None = None

    @property
    def day(self) -> date:
        """The day of the due time."""
        return self.at.date() if isinstance(self.at, datetime) else self.at


@dataclass(frozen=True)
class Empty:
    """Chỗ trống: what belongs here, and the first step."""

    title: str
    advice: str = ""
    icon: str = "inbox"
    action: Action | None = None


@dataclass(frozen=True)
class FieldGroup:
    """Nhóm ô của biểu mẫu, in the order of the paper form."""

    title: str
    fields: Sequence[str]
    hint: str = ""


@dataclass(frozen=True)
class FormPage:
    """Biểu mẫu: how the page words it; the button says what happens."""

    title: str
    button: str
    cancel: str = ""
    groups: Sequence[FieldGroup] = ()
    lead: str = ""
    after: str = ""
    findings: Sequence[Any] = field(default_factory=tuple)
    upload: bool = False


@dataclass(frozen=True)
class Download:
    """Bản tải về của một văn bản."""

    label: str
    url: str
    icon: str = "download"


@dataclass(frozen=True)
class Cell:
    """Ô của bảng: a value with a link, a second line, or a tone; plain values need no Cell."""

    value: Any
    url: str = ""
    detail: str = ""
    tone: Tone = "plain"
