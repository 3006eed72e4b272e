"""threading.local: attributes of its own in each thread; __init__ runs in each."""
import threading

data = threading.local()
data.x = "main"
seen = []


def look():
    seen.append(hasattr(data, "x"))
    data.x = "other"
    data.y = 1
    seen.append(sorted(data.__dict__.items()))
    del data.y
    seen.append(hasattr(data, "y"))


t = threading.Thread(target=look)
t.start()
t.join()
print(seen, data.x, data.__dict__)
try:
    data.y
except AttributeError as error:
    print(error)
try:
    del data.y
except AttributeError as error:
    print(error)


class Counter(threading.local):
    step = 2

    def __init__(self, start, name=None):
        print("init", start, name)
        self.value = start

    def next(self):
        self.value += self.step
        return self.value


counter = Counter(10, name="c")
print(counter.next(), counter.next())


def count():
    print(counter.next(), counter.step, isinstance(counter, threading.local))


t = threading.Thread(target=count)
t.start()
t.join()
print(counter.next())
