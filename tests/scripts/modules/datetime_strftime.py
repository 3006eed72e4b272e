# Dates and times as text by a format.
from datetime import date, datetime, time, timedelta, timezone

d = datetime(2024, 2, 9, 5, 6, 7, 89)
for directive in "aAwdbBmyYHIpMSfzZjUWcxX%GuVDTRFeh":
    print(directive, repr(d.strftime("%" + directive)))
print(d.strftime("%d.%m.%Y um %H:%M Uhr"), d.strftime(""), d.strftime("100%%"), d.strftime("ünï %Y"))
aware = d.replace(tzinfo=timezone(timedelta(hours=5, minutes=30)))
print(aware.strftime("%z %Z|%f|%H"), aware.replace(tzinfo=timezone.utc).strftime("%z %Z"))
print(aware.replace(tzinfo=timezone(-timedelta(hours=3, seconds=5), "odd%Y")).strftime("%z %Z"))
print(f"{d:%A, %B %d}", format(d, "%j"), "{:%y/%m}".format(d), f"{d:}", f"{date(2024, 1, 1):%d %b}", f"{time(7):%I %p}")
print(date(2024, 1, 1).strftime("%H:%M %f %z."), time(1, 2).strftime("%Y-%m-%d"), date(2024, 12, 31).strftime("%U %W %V %G %j"))
