"""Thể thức trang: the numbers of the page of an administrative document, by the day it is issued."""
