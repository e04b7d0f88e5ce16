"""Văn bản: decisions, gapless numbers, files under their hash, papers in the official layout."""
