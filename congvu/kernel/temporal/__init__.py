"""Hiệu lực theo thời gian: records that hold for a span of days [from, to)."""
