"""Three hundred threads at a time."""
import threading

gate = threading.Event()
lock = threading.Lock()
done = []


def work(n):
    gate.wait()
    with lock:
        done.append(n)


threads = [threading.Thread(target=work, args=(n,)) for n in range(300)]
for t in threads:
    t.start()
print(threading.active_count())
gate.set()
for t in threads:
    t.join()
print(len(done), sum(done), threading.active_count())
for n in range(300):
    t = threading.Thread(target=work, args=(n,))
    t.start()
    t.join()
print(len(done))
