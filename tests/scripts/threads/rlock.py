"""An RLock may be acquired again by its owner, and by nobody else."""
import threading

lock = threading.RLock()
print(lock.acquire(), lock.acquire(), lock.acquire(blocking=False))


def other():
    print("other:", lock.acquire(blocking=False), lock.acquire(timeout=0.01))
    try:
        lock.release()
    except RuntimeError as error:
        print("other:", error)


def run(f):
    t = threading.Thread(target=f)
    t.start()
    t.join()


run(other)
lock.release()
lock.release()
run(other)
lock.release()


def now_free():
    print("free:", lock.acquire(blocking=False))
    lock.release()


run(now_free)
print(str(lock)[:48])
