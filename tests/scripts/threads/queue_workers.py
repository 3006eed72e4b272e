"""queue.Queue between threads: workers, task_done and join."""
import queue
import threading


def worker():
    while True:
        item = tasks.get()
        if item is None:
            tasks.task_done()
            break
        with lock:
            results.append(item * item)
        tasks.task_done()


tasks, results, lock = queue.Queue(maxsize=2), [], threading.Lock()
workers = [threading.Thread(target=worker) for _ in range(3)]
for t in workers:
    t.start()
for n in range(20):
    tasks.put(n)
tasks.join()
print(sorted(results), tasks.unfinished_tasks)
for _ in workers:
    tasks.put(None)
for t in workers:
    t.join()
print(tasks.empty(), tasks.qsize(), tasks.full())

numbers = queue.SimpleQueue()
t = threading.Thread(target=lambda: [numbers.put(n) for n in range(5)])
t.start()
print([numbers.get() for _ in range(5)], numbers.empty(), numbers.qsize())
t.join()
