"""Hồ sơ cán bộ, công chức, viên chức: who people are, what they have learned, which posts they held.

Owns people, assignments, ranks, studies, Party membership, the import of lists, the review of qualifications. Leaves
units and posts to `organisations`. Main laws: Cadres and Civil Servants Laws of 2008 and 2025, Public Employees Laws.
"""
