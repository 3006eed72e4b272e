# Seconds since 1970, and back.
import time
from datetime import date, datetime, timedelta, timezone

utc = timezone.utc
for seconds in 0, 1, 1e9, 1700000000.123456, -1.5, 0.5, 1e-6, 253402300799:
    d = datetime.fromtimestamp(seconds, utc)
    print(seconds, d, d.timestamp(), datetime.utcfromtimestamp(seconds))
print(datetime(2024, 1, 1, tzinfo=utc).timestamp(), datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=2))).timestamp())
local = datetime(2024, 7, 1, 12, 30)
print(datetime.fromtimestamp(local.timestamp()) == local, local.astimezone().replace(tzinfo=None) == local)
print(abs(datetime.now(utc).timestamp() - time.time()) < 5, date.today() == datetime.now().date())
print(datetime.fromtimestamp(0.0000005, utc), datetime.fromtimestamp(0.0000015, utc), datetime.fromtimestamp(1.9999999, utc))
