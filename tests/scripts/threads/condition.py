"""Condition: a bounded buffer; wait_for; notify wakes one, notify_all all."""
import threading

buffer, taken = [], []
changed = threading.Condition()


def produce():
    for n in range(12):
        with changed:
            changed.wait_for(lambda: len(buffer) < 3)
            buffer.append(n)
            changed.notify_all()


def consume():
    for _ in range(12):
        with changed:
            while not buffer:
                changed.wait()
            taken.append(buffer.pop(0))
            changed.notify_all()


threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(taken)

ready = threading.Condition(threading.Lock())
woken = []


def wait(name):
    with ready:
        ready.wait()
        woken.append(name)
        done.release()


done = threading.Semaphore(0)
threads = []
for name in "abcd":
    threads.append(threading.Thread(target=wait, args=(name,)))
    threads[-1].start()
    while len(ready._waiters) != len(threads):
        pass
with ready:
    ready.notify()
done.acquire()
print(woken)
with ready:
    ready.notify(2)
done.acquire()
done.acquire()
print(sorted(woken))
with ready:
    ready.notify_all()
for t in threads:
    t.join()
print(sorted(woken))
with ready:
    print(ready.wait(0.01), ready.wait_for(lambda: False, timeout=0.01), ready.wait_for(lambda: 7))
