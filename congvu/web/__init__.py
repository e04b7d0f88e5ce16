"""Giao diện: the page frame, the six page types, log-in, home, search, the request and the one clock.

Knows no context: contexts hand over columns, fields, steps and words; what they register is listed in `config`.
"""
