# gmtime, strftime, strptime, mktime, struct_time.
import time

t = time.gmtime(86400 * 365)
print(t, t.tm_year, t[1], tuple(t), len(t), t.tm_wday, t.tm_yday)
print(time.strftime("%Y-%m-%d %H:%M:%S", t), time.asctime(t), time.strftime("%j %a %B", t), time.ctime(0)[-4:])
print(time.strptime("2024-02-29 13:05", "%Y-%m-%d %H:%M"), time.strptime("30 Nov 00", "%d %b %y").tm_yday)
print(time.mktime(time.localtime(1000)), time.struct_time(range(9)), t == time.gmtime(86400 * 365), t < time.gmtime(86400 * 366))
for attempt in (lambda: time.sleep(-1), lambda: time.strptime("x", "%Y"), lambda: time.strptime("2024", "%Y-"), lambda: time.struct_time((1, 2)),
                lambda: time.strftime(3), lambda: time.gmtime("x"), lambda: time.mktime((1, 2)), lambda: time.asctime(3)):
    try:
        print(attempt())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
print(time.perf_counter() <= time.perf_counter(), time.monotonic_ns() > 0, type(time.time_ns()).__name__, time.process_time() >= 0)
