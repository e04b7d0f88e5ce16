"""Lời từ chối của dòng lệnh: what a command says when it cannot go on."""


class BadInput(Exception):
    """Yêu cầu không làm được: the sentence is printed and the command ends with status 2."""
