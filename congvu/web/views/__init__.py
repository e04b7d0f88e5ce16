"""Trang chung: home, search, preferences, the sources of the law, help."""
