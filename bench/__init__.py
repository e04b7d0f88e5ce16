"""Đo tốc độ: every scenario beside its raw limit in the same run, at sizes from one commune to a large province.

`make bench` (SIZES=1000,50000,1000000) leaves a JSON and one HTML page under build/bench.
"""
