"""Comes before or after the heapq of the library, by its folder on sys.path."""
appended = True
