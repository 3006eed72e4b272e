# What datetime refuses.
from datetime import date, datetime, time, timedelta, timezone, tzinfo

d = datetime(2024, 1, 31, 12)
for attempt in (lambda: datetime(2024, 2, 30), lambda: datetime(2024, 1, 1, 24), lambda: datetime(2024, 1, 1, 0, 60),
                lambda: datetime(2024, 1, 1, tzinfo=3), lambda: datetime(2024), lambda: datetime(2024, 1, "1"),
                lambda: datetime(2024, 1, 1, fold=2), lambda: d.replace(month=2), lambda: d.replace(tzinfo="UTC"),
                lambda: datetime.combine(d, 3), lambda: datetime.combine(3, time()), lambda: datetime.now(3),
                lambda: datetime.fromtimestamp("x"), lambda: datetime.fromtimestamp(1e20), lambda: d.isoformat(timespec="x"),
                lambda: d.isoformat("::"), lambda: datetime.fromisoformat("2024-01-01x"), lambda: datetime.fromisoformat(3),
                lambda: datetime.strptime(3, "%Y"), lambda: d.strftime(3), lambda: setattr(d, "hour", 3),
                lambda: d.astimezone(3), lambda: timezone(3), lambda: timezone(timedelta(1)),
                lambda: timezone(timedelta(0), 3), lambda: timezone.utc.tzname(3), lambda: tzinfo().utcoffset(None),
                lambda: tzinfo().tzname(None), lambda: timezone.utc.fromutc(d), lambda: format(d, 3)):
    try:
        print(attempt())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
