# A message of several lines.
# record: stderr
raise RuntimeError("first line\n  second line\nthird é日 line")
