"""Tổ chức bộ máy: units as records over time in one tree, their succession, posts and the standard of each post.

Owns the two lists of administrative units (three tiers until 30 June 2025, two tiers since), the bodies and offices
below them, and the job positions (vị trí việc làm). Leaves people to personnel. Main laws: Luật 72/2025/QH15,
Nghị quyết 202/2025/QH15, Nghị định 361/2025/NĐ-CP.
Permissions: `organisations.view_unit`, `organisations.manage_units`.
"""
