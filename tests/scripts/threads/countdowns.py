"""Three blocking countdowns in three threads overlap."""
import threading
import time


def countdown(name, n):
    while n > 0:
        lines.append((name, n))
        time.sleep(0.1)
        n -= 1


lines = []
start = time.monotonic()
threads = [threading.Thread(target=countdown, args=(name, 3)) for name in "abc"]
for t in threads:
    t.start()
for t in threads:
    t.join()
elapsed = time.monotonic() - start
print(sorted(lines[:3]), sorted(lines[-3:]), len(lines))
print("one after another:", elapsed > 0.85, "together:", 0.29 < elapsed < 0.85)
