"""Threads run beside the main one; join() waits for them; state and names."""
import threading


def work(n, results, *, factor=1):
    results[n] = n * factor


results = {}
threads = [threading.Thread(target=work, args=(n, results), kwargs={"factor": 10}) for n in range(4)]
print([t.name for t in threads], [t.is_alive() for t in threads], threads[0].ident)
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results.items()), [t.is_alive() for t in threads], threads[0].ident is None)

gate = threading.Event()
begun = threading.Event()


def wait():
    begun.set()
    gate.wait()


t = threading.Thread(target=wait, name="waiter", daemon=True)
print(t.name, t.daemon, str(t)[:25])
t.start()
begun.wait()
print(t.is_alive(), threading.active_count(), [x.name for x in threading.enumerate()])
t.join(timeout=0.01)
print("after a join that timed out", t.is_alive())
gate.set()
t.join()
print(t.is_alive(), threading.active_count(), str(t)[:24])
print(threading.current_thread() is threading.main_thread(), threading.main_thread().name)
