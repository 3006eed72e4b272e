# time: of day.
from datetime import time, timedelta, timezone

t = time(13, 5, 7, 89)
print(t, repr(t), t.hour, t.minute, t.second, t.microsecond, t.tzinfo, t.fold)
for made in time(), time(1), time(1, 2), time(1, 2, 3), time(1, 2, 3, 4), time(23, tzinfo=timezone.utc), time(fold=1):
    print(made, repr(made))
print(t.replace(hour=0), t.replace(microsecond=0), t.isoformat("minutes"), t.isoformat(timespec="milliseconds"))
print([t.isoformat(spec) for spec in ("auto", "hours", "seconds", "microseconds")], t.strftime("%H:%M:%S.%f %p %I"))
print(time(1) < time(2), time(1) == time(1, 0), time(1) != "x", max(time(3), time(2)), time.min, time.max, time.resolution)
print(time(12, tzinfo=timezone.utc) == time(13, tzinfo=timezone(timedelta(hours=1))), f"{t:%M:%H}", f"{t}")
for text in "04:23", "04:23:01", "042301", "04", "T04:23:01.5", "04:23:01,123456789", "04:23+01:30", "04Z":
    print(text, repr(time.fromisoformat(text)))
u = time(12, tzinfo=timezone(timedelta(hours=-5), "EST"))
print(u.utcoffset(), u.tzname(), u.dst(), u, u.strftime("%z %Z"))
for attempt in (lambda: time(24), lambda: time(1, 60), lambda: time(1, 1, 60), lambda: time(1, 1, 1, 10**6),
                lambda: time("1"), lambda: time(fold=2), lambda: time(tzinfo=3), lambda: t < 3, lambda: t - t,
                lambda: t < u, lambda: t + timedelta(1), lambda: time.fromisoformat("x"), lambda: time.fromisoformat(3),
                lambda: time.fromisoformat("25:00"), lambda: t.isoformat("days"), lambda: setattr(t, "hour", 1)):
    try:
        print(attempt())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
