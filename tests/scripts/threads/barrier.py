"""A barrier holds threads back until all have come; broken and reset."""
import threading

order = []
lock = threading.Lock()


def action():
    order.append("action")


barrier = threading.Barrier(3, action)


def work():
    for step in range(3):
        with lock:
            order.append(step)
        places.append(barrier.wait())


places = []
threads = [threading.Thread(target=work) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(order)
print(sorted(places), barrier.parties, barrier.n_waiting, barrier.broken)

errors = []
entered = threading.Event()


def wait_broken():
    entered.set()
    try:
        barrier.wait()
    except threading.BrokenBarrierError as error:
        errors.append(repr(error))


t = threading.Thread(target=wait_broken)
t.start()
entered.wait()
while barrier.n_waiting == 0:
    pass
barrier.abort()
t.join()
print(errors, barrier.broken, str(barrier)[-7:])
try:
    barrier.wait()
except threading.BrokenBarrierError:
    print("still broken")
barrier.reset()
print(barrier.broken)
try:
    barrier.wait(0.01)
except threading.BrokenBarrierError:
    print("timed out", barrier.broken)


def failing():
    1 / 0


single = threading.Barrier(1, failing)
try:
    single.wait()
except ZeroDivisionError as error:
    print(error, single.broken)
