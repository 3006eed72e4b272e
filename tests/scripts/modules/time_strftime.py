# time: strftime and struct_time of given moments (the tests run in UTC).
import time

t = time.localtime(0)
print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday, t.tm_isdst, len(t), t[0], tuple(t))
print(time.strftime("%Y-%m-%d %H:%M:%S", t), time.strftime("%a %A %b %B %d %j %y %p %I %%", t), time.strftime("", t), time.strftime("plain", t))
for seconds in (0, 86399, 86400, 951782400, 1700000000, 1709164800, 2000000000, -1, 1e9 + 0.75):
    g = time.localtime(seconds)
    print(seconds, time.strftime("%Y-%m-%d %H:%M:%S %a %j", g), g.tm_wday, g.tm_yday)
print(repr(time.localtime(1e9)))
print(time.strftime("%H:%M", (2020, 1, 2, 3, 4, 5, 3, 2, 0)), time.strftime("%d/%m/%y", time.localtime(1234567890)), time.strftime("%I:%M %p", time.localtime(50000)), time.strftime("%D %T", time.localtime(1e9)))
now = time.localtime()
print(len(now), now.tm_year >= 2024, len(time.strftime("%H:%M:%S")), time.strftime("%Y") >= "2024", isinstance(now, tuple))
for f in (lambda: time.strftime(5), lambda: time.strftime("%Y", 5), lambda: time.strftime("%Y", (1, 2)), lambda: time.localtime("a"), lambda: t.nope, lambda: t[20]):
    try:
        print(f())
    except (TypeError, AttributeError, IndexError, ValueError) as e:
        print(type(e).__name__, e)
