# Moments and spans.
from datetime import date, datetime, timedelta, timezone

d = datetime(2024, 2, 28, 23, 59, 59, 999999)
print(d + timedelta(microseconds=1), d - timedelta(days=365), timedelta(hours=1) + d)
print(datetime(2024, 3, 1) - d, d - datetime(2024, 3, 1), d - d)
utc = datetime(2024, 1, 1, 12, tzinfo=timezone.utc)
other = datetime(2024, 1, 1, 13, tzinfo=timezone(timedelta(hours=1)))
print(utc - other, utc == other, utc < other, hash(utc) == hash(other), utc + timedelta(days=1))
print(d < datetime(2025, 1, 1), d >= d, d == 3, d != date(2024, 2, 28), utc == d, min(utc, other))
for attempt in (lambda: d + d, lambda: d - 1, lambda: d + 1.5, lambda: utc - d, lambda: utc < d, lambda: d < 3,
                lambda: d < date.max, lambda: d - date.min, lambda: datetime.max + timedelta(1),
                lambda: datetime.min - timedelta(microseconds=1), lambda: d * 2):
    try:
        print(attempt())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
meetings = [datetime(2024, 5, 1, 9) + n * timedelta(minutes=45) for n in range(4)]
print([m.strftime("%H:%M") for m in meetings], sum((b - a for a, b in zip(meetings, meetings[1:])), timedelta()))
