# What dates refuse.
from datetime import date, datetime, timedelta

d = date(2024, 1, 31)
for attempt in (lambda: date(0, 1, 1), lambda: date(10000, 1, 1), lambda: date(2024, 0, 1), lambda: date(2024, 13, 1),
                lambda: date(2023, 2, 29), lambda: date(2024, 4, 31), lambda: date("2024", 1, 1),
                lambda: date(2024.0, 1, 1), lambda: date(2024), lambda: date(), lambda: d.replace(month=2),
                lambda: d + 1, lambda: d + d, lambda: d - 3, lambda: 3 - d, lambda: d < 3, lambda: d < datetime.min,
                lambda: d - datetime.min, lambda: date.max + timedelta(1), lambda: date.min - timedelta(1),
                lambda: date.fromordinal(0), lambda: date.fromisocalendar(2024, 54, 1),
                lambda: date.fromisocalendar(2024, 1, 8), lambda: date.fromtimestamp("x"), lambda: d.strftime(3),
                lambda: setattr(d, "year", 2000), lambda: setattr(d, "colour", 1), lambda: d.nothing):
    try:
        print(attempt())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
