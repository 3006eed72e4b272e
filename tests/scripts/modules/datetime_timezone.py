# Time zones of a fixed offset, and those of one's own.
import datetime as dt
from datetime import datetime, timedelta, timezone, tzinfo

east = timezone(timedelta(hours=5, minutes=30))
west = timezone(-timedelta(hours=5), "EST")
for zone in timezone.utc, dt.UTC, east, west, timezone(timedelta(0)), timezone(timedelta(0), "Z"), timezone.min, timezone.max:
    print(repr(zone), str(zone), zone.utcoffset(None), zone.tzname(None), zone.dst(None))
print(timezone(timedelta(0)) is timezone.utc, east == timezone(timedelta(hours=5.5)), hash(east) == hash(timezone(timedelta(hours=5.5))))
noon = datetime(2024, 1, 1, 12, tzinfo=timezone.utc)
print(noon.astimezone(east), noon.astimezone(west), noon.astimezone(east).astimezone(west) == noon)
print(noon.utcoffset(), noon.tzname(), noon.dst(), noon.astimezone(west).utctimetuple()[:5])
print(noon.replace(tzinfo=None), datetime(2024, 1, 1).utcoffset(), datetime(2024, 1, 1).tzname())


class Summer(tzinfo):
    def utcoffset(self, when):
        return timedelta(hours=1) + self.dst(when)

    def dst(self, when):
        return timedelta(hours=1 if 4 <= when.month <= 10 else 0)

    def tzname(self, when):
        return "SUMMER" if self.dst(when) else "WINTER"

    def __repr__(self):
        return "Summer()"


for month in 1, 7:
    when = datetime(2024, month, 1, 12, tzinfo=Summer())
    print(when, repr(when), when.tzname(), when.dst(), when.astimezone(timezone.utc), when.timetuple().tm_isdst)
    print(noon.replace(month=month).astimezone(Summer()), datetime.fromtimestamp(0, Summer()))
