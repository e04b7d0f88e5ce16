"""Đề nghị cập nhật hồ sơ: what its author does with it, and what the office does."""

from congvu.contexts.personnel.actions.proposals.deciding import accept, refuse, send_back
from congvu.contexts.personnel.actions.proposals.writing import (
    Asked,
    attach,
    detach,
    drop,
    propose,
    send,
    withdraw,
)
from congvu.contexts.personnel.actions.standing import Before

__all__ = [
    "Asked",
    "Before",
    "accept",
    "attach",
    "detach",
    "drop",
    "propose",
    "refuse",
    "send",
    "send_back",
    "withdraw",
]
