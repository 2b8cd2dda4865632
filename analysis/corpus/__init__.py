"""Very many articles: scored by all cores of one machine (`runs`) or by an engine on many machines (`partition`).

How to run it, how fast it is and what it costs: README.md beside this file.
"""
