"""A semaphore lets only so many in at once."""
import threading

limit = threading.BoundedSemaphore(2)
guard = threading.Lock()
inside = most = 0
full = threading.Barrier(2)


def work():
    global inside, most
    with limit:
        with guard:
            inside += 1
            most = max(most, inside)
        full.wait()
        with guard:
            inside -= 1


threads = [threading.Thread(target=work) for _ in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(most, inside, str(limit)[-10:])
s = threading.Semaphore(1)
print(s.acquire(), s.acquire(blocking=False), s.acquire(timeout=0.01))
s.release(2)
print(s.acquire(), s.acquire(), s.acquire(False))
for bad in (lambda: s.release(0), lambda: s.acquire(False, 1), limit.release):
    try:
        bad()
    except ValueError as error:
        print(error)
