"""Các lĩnh vực: one package per department of the work; ranks are in pyproject.toml."""
