"""Errata: what the reader corrects, kept in data/corrections/ and applied at every later run.

lines (the file) → places (where its words stand now) → rules (what may be corrected)
→ rows, people (a table with its corrections) → applying (called by each ``find_``)
→ making (what the reader calls)
"""
