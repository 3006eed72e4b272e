# Dates and times from text by a format.
import time
from datetime import datetime

for text, format in [("2024-02-29", "%Y-%m-%d"), ("29.2.24 7:05", "%d.%m.%y %H:%M"), ("20240229", "%Y%m%d"),
                     ("1:02:03.5", "%H:%M:%S.%f"), ("3 Feb 2020", "%d %b %Y"), ("february 3, 2020", "%B %d, %Y"),
                     ("Mon Feb  3 11:12:13 2020", "%c"), ("02/03/99", "%x"), ("11:12 PM", "%I:%M %p"),
                     ("12:00 am", "%I:%M %p"), ("2024 060", "%Y %j"), ("2024-01-01 10:00 +0130", "%Y-%m-%d %H:%M %z"),
                     ("10:00-05:00", "%H:%M%z"), ("10:00Z", "%H:%M%z"), ("100%", "%y0%%"), ("111", "%d%m"), ("1231", "%m%d"),
                     ("2024 5 1", "%Y %W %w"), ("2024 5 0", "%Y %U %w"), ("2024 05 3", "%G %V %u"), ("  2024", " %Y"),
                     ("Tuesday", "%A"), ("68 59", "%y %S")]:
    try:
        print(text, repr(datetime.strptime(text, format)))
    except ValueError as e:
        print(text, e)
for text, format in [("x", "%Y"), ("2024x", "%Y"), ("24", "%Y"), ("2024-13-01", "%Y-%m-%d"), ("2023-02-29", "%Y-%m-%d"),
                     ("2024", "%Q"), ("2024", "%"), ("10:61", "%H:%M"), ("", "%d"), ("13 PM", "%I %p"), ("a", "b"),
                     ("2024 5", "%G %V"), ("1 Foo", "%d %b")]:
    try:
        print(repr(datetime.strptime(text, format)))
    except ValueError as e:
        print(e)
print(time.strptime("2024-02-29 13:00", "%Y-%m-%d %H:%M"))
print(time.strptime("Mon Feb  3 11:12:13 2020"))
print(datetime.strptime("2024-05-06", "%Y-%m-%d").date(), datetime.strptime("09:30", "%H:%M").time())
