"""A lock makes counting in several threads exact."""
import threading

lock = threading.Lock()
total = 0


def add(times):
    global total
    for _ in range(times):
        with lock:
            total += 1


threads = [threading.Thread(target=add, args=(3000,)) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(total)

print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01))
# Anybody may release a lock.
t = threading.Thread(target=lock.release)
t.start()
t.join()
print(lock.locked(), lock.acquire(blocking=False))
lock.release()
try:
    with lock:
        print("inside", lock.locked())
        raise KeyError("k")
except KeyError:
    print("outside", lock.locked())
