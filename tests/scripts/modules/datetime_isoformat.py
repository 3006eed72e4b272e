# ISO 8601, out and in.
from datetime import date, datetime, timedelta, timezone

d = datetime(2024, 2, 9, 5, 6, 7, 89)
print(d.isoformat(), d.isoformat(" "), d.isoformat("|", "minutes"), d.isoformat(timespec="milliseconds"))
for offset in timedelta(0), timedelta(hours=5, minutes=30), -timedelta(hours=3), timedelta(hours=1, seconds=1, microseconds=2):
    aware = d.replace(tzinfo=timezone(offset))
    print(aware.isoformat(), str(aware), datetime.fromisoformat(aware.isoformat()) == aware)
for text in ("2024-02-09", "20240209", "2024-W06-5", "2024W065", "2024-W06", "2024-02-09 05:06", "2024-02-09T05:06:07",
             "2024-02-09T05:06:07.5", "2024-02-09T05:06:07,123", "20240209T050607", "2024-02-09x05", "2024-02-09T05:06Z",
             "2024-02-09T05:06+01", "2024-02-09T05:06-01:30:15", "2024W06T05", "2024-W06-5T05:06", "2024-02-09T05:06:07.1234567"):
    print(text, repr(datetime.fromisoformat(text)))
for text in "2024-02-09", "20240209", "2024-W06-5", "2024W06":
    print(text, repr(date.fromisoformat(text)))
for text in ("", "2024", "2024-2-9", "2024-02-30", "2024-02-09T", "2024-02-09T25:00", "2024-02-09T05:6", "2024-02-09T05:06:07.",
             "2024-0209", "abc", "2024-02-09T05:06+25:00", "2024-W60-1", "2024-02-09T05:06:07Zx"):
    for kind in datetime, date:
        try:
            print(kind.__name__, repr(kind.fromisoformat(text)))
        except ValueError as e:
            print(kind.__name__, e)
