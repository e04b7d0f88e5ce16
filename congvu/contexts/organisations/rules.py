"""What the law asks of a kind of post, and the words for levels; texts and numbers stand in `law`."""

from datetime import date

from congvu.law.code_lists import level_label
from congvu.law.standards import Standard, default_standards


def asked_by_law(kind_of_post: str, *, on: date) -> dict[str, Standard]:
    """Tiêu chuẩn theo quy định: by subject, as of the day."""
    return {standard.subject: standard for standard in default_standards(kind_of_post, on)}


def level_name(subject: str, level: int) -> str:
    """Tên trình độ: the word for a level of a subject; 0 asks for nothing."""
    label = level_label(subject, level) if level else "Không yêu cầu"
    return label[:1].lower() + label[1:]
