"""Threads that never wait take turns all the same."""
import threading

stop = False
ready = threading.Event()


def spin():
    turns = 0
    while not stop:
        turns += 1
        if turns == 1000:
            ready.set()
    print("stopped")


t = threading.Thread(target=spin)
t.start()
ready.wait()
total = 0
for n in range(20000):
    total += n
stop = True
t.join()
print(total)


def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


results = {}
threads = [threading.Thread(target=lambda n=n: results.update({n: fibonacci(n)})) for n in (15, 16, 17)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results.items()))
