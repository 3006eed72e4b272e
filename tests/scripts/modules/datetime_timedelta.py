# timedelta: what it is made of, how it shows.
from datetime import timedelta

for arguments in [{}, {"days": 1}, {"hours": 25}, {"seconds": -1}, {"weeks": 2, "minutes": 3}, {"milliseconds": 1500},
                  {"days": 1.5}, {"hours": 0.1}, {"microseconds": 0.5}, {"microseconds": 1.5}, {"seconds": 1e-7},
                  {"days": -1, "seconds": 86399, "microseconds": 999999}, {"days": 10**6, "microseconds": -1}]:
    t = timedelta(**arguments)
    print(repr(t), t, t.days, t.seconds, t.microseconds, t.total_seconds())
print(timedelta(1, 2, 3, 4, 5, 6, 7))
print(timedelta.min, timedelta.max, timedelta.resolution)
print(bool(timedelta(0)), bool(timedelta(microseconds=1)), hash(timedelta(1)) == hash(timedelta(hours=24)))
print({timedelta(1): "a"}[timedelta(hours=24)], sorted([timedelta(2), timedelta(-1), timedelta(0)]))
print(f"{timedelta(hours=1)}", f"{timedelta(hours=1)!r}", "%s" % timedelta(minutes=90))
