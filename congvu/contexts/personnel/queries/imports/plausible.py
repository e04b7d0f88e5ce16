"""Days that cannot be, or that are almost surely a slip of the pen; bounds of this system, not of the law."""

from datetime import date

from congvu.contexts.personnel.queries.imports.told import Reading, Told

YOUNGEST, OLDEST = 16, 80
_WHY = (
    f"danh sách chỉ nhận tuổi từ {YOUNGEST} đến {OLDEST} vì ngoài khoảng này thường là gõ nhầm năm "
    "(giới hạn của hệ thống, không phải quy định của pháp luật)"
)
_PAST = ("since", "recruited_on", "rank_since", "admitted_on", "official_on", "decision_on")
_STUDIED = ("graduated_on", "theory_on")


def implausible(reading: Reading, said: Told, *, on: date) -> None:
    """Ngày tháng vô lý: faults for the birth, for days still to come, for days before the person could act."""
    if not said.full_name and not reading.row.faults:
        reading.fault("full_name", "Thiếu họ và tên; đề nghị bổ sung.")
    born = said.born.date if said.born and _plausible_birth(reading, said.born.date, on) else None
    for key in (*_PAST, *_STUDIED):
        _day(reading, key, born, on)
    if said.admitted_on and said.official_on and said.official_on < said.admitted_on:
        reading.fault("official_on", "Ngày vào Đảng chính thức trước ngày vào Đảng; đề nghị kiểm tra lại hai ngày này.")


def _plausible_birth(reading: Reading, born: date, on: date) -> bool:
    """Whether other days may be judged by it."""
    if born > on:
        reading.fault("born_on", f"Ngày sinh sau ngày số liệu {on:%d/%m/%Y}; đề nghị kiểm tra lại năm sinh.")
        return False
    age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    plausible = YOUNGEST <= age <= OLDEST
    if not plausible:
        reading.fault("born_on", f"Người này {age} tuổi vào ngày {on:%d/%m/%Y}; {_WHY}. Đề nghị kiểm tra lại năm sinh.")
    return plausible


def _day(reading: Reading, key: str, born: date | None, on: date) -> None:
    day = reading.day(key)
    if day is None:
        return
    if day > on:
        reading.fault(
            key, f"Ngày này sau ngày số liệu {on:%d/%m/%Y}; đề nghị kiểm tra lại năm, hoặc chọn ngày số liệu sau."
        )
    elif born and day.year - born.year < YOUNGEST - 2:
        reading.fault(key, f"Khi đó người này chưa đủ {YOUNGEST - 2} tuổi theo ngày sinh đã ghi; đề nghị kiểm tra lại.")
