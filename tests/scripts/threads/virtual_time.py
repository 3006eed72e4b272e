# bide: --virtual-time
# bide-only: the virtual clock for CPython knows of no threads: there every sleep moves it
"""On the virtual clock threads sleep at the same time, and wake in order of their deadlines."""
import asyncio
import threading
import time


def countdown(name, n, pause):
    while n > 0:
        print("%.1f %s %d" % (time.monotonic(), name, n))
        time.sleep(pause)
        n -= 1


threads = [threading.Thread(target=countdown, args=("abc"[i], 3, 1 + i)) for i in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(time.monotonic())
lock = threading.Lock()
with lock:
    print(lock.acquire(timeout=5), time.monotonic())


async def tick():
    for n in range(4):
        print("%.1f tick" % time.monotonic())
        await asyncio.sleep(1)


async def main():
    await asyncio.gather(tick(), asyncio.to_thread(countdown, "t", 2, 1.5))
    print(time.monotonic())


asyncio.run(main())
