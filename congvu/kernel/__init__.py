"""Nhân: the rooms that every context stands on; none of them knows a context."""
