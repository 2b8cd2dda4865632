"""Assignments: students judge articles by themselves first, then see the class, the key and the machine.

records -> units (what is judged) -> files; access, instructing and taking_part over analysis.store; agreement, results.
"""
