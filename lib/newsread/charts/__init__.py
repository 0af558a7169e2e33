"""Charts: a table in, ``ax=None``, an Axes back. They analyse nothing and save nothing.

One module per question. ``lettering`` makes any text safe to draw, ``drawing`` opens and
closes every chart, ``bars`` and ``lanes`` are the two shapes several charts share.
"""
