"""Common names of the Mekong delta: family names by weight, middle and given names by sex and generation."""

from collections.abc import Collection
from functools import cache
from random import Random

# Each name with its weight; a name of two words bears its weight after the second.
_FAMILIES = {
    "01": """
        Nguyễn:31 Trần:12 Lê:10 Phạm:6 Huỳnh:7 Võ:5 Phan:4 Trương:3 Bùi:2 Đặng:3 Đỗ:2 Ngô:2 Hồ:3 Dương:2
        Lý:2 Lâm:2 Mai:1 Cao:1 Tô:1 Thái:1 Châu:1 Đinh:1 Đoàn:1 Lưu:1 Lương:1 Hà:1 Tạ:1 Trịnh:1 Tống:1
        Tăng:1 Kiều:1 Ông:1 Liêu:1 Từ:1
    """,
    "04": """
        Lâm:4 Trần:3 Lý:3 Huỳnh:2 Quách:2 Tăng:2 Châu:2 Mã:1
    """,
    "05": """
        Danh:3 Thạch:3 Sơn:3 Kim:3 Lâm:2
    """,
}
_MIDDLE = {
    "male": """
        Văn:18 Hữu:6 Minh:7 Thanh:7 Hoàng:6 Quốc:6 Công:4 Đức:3 Ngọc:4 Trung:3 Tấn:4 Chí:4 Phước:3 Thành:4
        Anh:2 Xuân:2 Trọng:3 Duy:2 Nhựt:2
    """,
    "female": """
        Thị:24 Thị Kim:4 Thị Ngọc:4 Thị Mỹ:4 Thị Thanh:4 Thị Bích:3 Thị Hồng:4 Ngọc:6 Kim:5 Thanh:5 Bích:3
        Mỹ:3 Hồng:3 Thùy:3 Phương:3 Cẩm:2 Diễm:2 Huỳnh:2
    """,
}
_GIVEN = {
    ("male", 0): """
        Hùng:6 Dũng:5 Thắng:4 Chiến:3 Sơn:5 Hải:4 Minh:5 Tâm:3 Phước:4 Thành:5 Hòa:3 Bình:4 Đức:3 Tài:3
        Lợi:3 Nghĩa:3 Sáu:1 Út:1 Phúc:3 Hiền:2 Liêm:2 Trung:3 Ba:1 Đông:2 Lập:2 Quang:3
    """,
    ("male", 1): """
        Tuấn:6 Hùng:4 Dũng:4 Phong:4 Khánh:3 Hải:4 Minh:4 Tùng:3 Cường:4 Thanh:3 Vũ:3 Nam:3 Long:3 Lộc:3
        Phúc:4 Trí:3 Thiện:3 Hiếu:3 Bảo:2 Quân:2 Sang:3 Toàn:3 Điền:1 Nhân:3
    """,
    ("male", 2): """
        Khoa:4 Duy:5 Khang:4 Huy:5 Đạt:4 Phát:4 Nguyên:3 Thịnh:4 Tú:3 Vinh:3 Hậu:3 Kiệt:3 Luân:3 Trường:3
        Nhựt:2 Linh:2 Tín:3 Quý:2 An:2 Đăng:2
    """,
    ("female", 0): """
        Hoa:4 Lan:5 Hương:4 Mai:4 Nga:4 Hồng:4 Thu:4 Liên:3 Hạnh:4 Tuyết:3 Nguyệt:3 Phượng:3 Loan:4 Điệp:2
        Bé:1 Xuân:3 Cúc:2 Dung:3 Sương:2 Ánh:2 Lệ:2
    """,
    ("female", 1): """
        Trang:4 Thảo:4 Linh:4 Hằng:4 Vân:4 Oanh:3 Thủy:4 Tâm:3 Hiền:4 Nhung:3 Yến:3 Phương:4 Ngân:3 Trinh:3
        Kiều:2 Quyên:3 Diễm:2 Tiên:3 Lam:2 Đào:2
    """,
    ("female", 2): """
        Vy:3 Ngân:4 Trâm:4 My:3 Như:4 Tiên:4 Thư:3 Trân:4 Duyên:4 Huyền:3 Uyên:3 Nhi:4 Quỳnh:3 Hân:3 Châu:3
        Đoan:1 Thy:2 Giao:2
    """,
}


def full_name(luck: Random, *, sex: str, born_in: int, ethnicity: str, never: Collection[str]) -> str:
    """Họ và tên: never one of those given, whose names belong to somebody."""
    generation = min(2, max(0, (born_in - 1955) // 15))
    while True:
        family = _drawn(luck, _FAMILIES[ethnicity])
        middle = _drawn(luck, _MIDDLE[sex])
        given = _drawn(luck, _GIVEN[sex, generation])
        name = f"{family} {middle} {given}"
        if name not in never and middle.split()[-1] != given:
            return name


def _drawn(luck: Random, weighted: str) -> str:
    names, weights = _parsed(weighted)
    return luck.choices(names, weights)[0]


@cache
def _parsed(weighted: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    names: list[str] = []
    weights: list[int] = []
    waiting: list[str] = []
    for word in weighted.split():
        name, _, weight = word.partition(":")
        waiting.append(name)
        if weight:
            names.append(" ".join(waiting))
            weights.append(int(weight))
            waiting = []
    return tuple(names), tuple(weights)
