"""The kinds of queues, and what they raise."""
import queue


def attempt(f):
    try:
        print(f())
    except (queue.Empty, queue.Full, ValueError) as error:
        print(repr(error))


for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = kind()
    for item in (3, 1, 2):
        q.put(item)
    print(kind.__name__, q.qsize(), [q.get() for _ in range(3)], q.empty())
q = queue.Queue(1)
attempt(q.get_nowait)
attempt(lambda: q.get(timeout=0.01))
attempt(lambda: q.get(timeout=-1))
q.put("a")
attempt(lambda: q.put_nowait("b"))
attempt(lambda: q.put("b", block=False))
attempt(lambda: q.put("b", timeout=0.01))
attempt(lambda: q.put("b", timeout=-1))
print(q.full(), q.maxsize)
q.task_done()
attempt(q.task_done)
s = queue.SimpleQueue()
attempt(s.get_nowait)
attempt(lambda: s.get(timeout=0.01))
attempt(lambda: s.get(timeout=-1))
s.put(1)
print(s.qsize(), s.get(), s.empty())
print(queue.Empty.__mro__[1], issubclass(queue.Full, Exception))
