# datetime: parts, pieces, copies.
import copy
from datetime import date, datetime, time, timezone

d = datetime(2024, 2, 29, 13, 5, 7, 89)
print(d, repr(d), d.year, d.hour, d.microsecond, d.tzinfo, d.fold)
for made in (datetime(2024, 1, 1), datetime(2024, 1, 1, 5), datetime(2024, 1, 1, 0, 0, 1), datetime(2024, 1, 1, 0, 0, 0, 1),
             datetime(2024, 1, 1, tzinfo=timezone.utc), datetime(2024, 1, 1, fold=1), datetime(1, 1, 1)):
    print(made, repr(made))
print(d.date(), d.time(), d.timetz(), repr(d.date()), d.weekday(), d.isocalendar().week, d.toordinal(), d.ctime())
print(d.replace(hour=0, minute=0), d.replace(year=2020), d.replace(tzinfo=timezone.utc))
print(datetime.combine(date(2024, 1, 2), time(3, 4)), datetime.combine(d, time(1), timezone.utc))
print(d.timetuple(), d.utctimetuple() == d.timetuple(), datetime.min, datetime.max, datetime.resolution)
print(isinstance(d, date), issubclass(datetime, date), datetime.__mro__)
print(copy.copy(d) == copy.deepcopy(d) == d, hash(d) == hash(copy.copy(d)), {d: 1}[d])
now = datetime.now()
print(type(now).__name__, now.tzinfo, datetime.now(timezone.utc).tzinfo, now <= datetime.now(), datetime.today() >= now)
print(datetime.fromordinal(738000), datetime.fromisocalendar(2024, 5, 3))
