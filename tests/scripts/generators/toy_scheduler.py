# A toy event loop: generators as tasks, a deque as the ready queue, virtual sleep and channels.
from collections import deque
import heapq


class Sleep:
    def __init__(self, t):
        self.t = t


class Get:
    def __init__(self, chan):
        self.chan = chan


class Chan:
    def __init__(self):
        self.items, self.waiting = deque(), deque()


class Loop:
    def __init__(self):
        self.ready, self.timers, self.now, self.seq = deque(), [], 0, 0

    def spawn(self, name, gen):
        self.ready.append((name, gen, None))

    def put(self, chan, item):
        if chan.waiting:
            self.ready.append((*chan.waiting.popleft(), item))
        else:
            chan.items.append(item)

    def run(self):
        while self.ready or self.timers:
            if not self.ready:
                self.now, _, name, gen = heapq.heappop(self.timers)
                self.ready.append((name, gen, None))
            name, gen, value = self.ready.popleft()
            try:
                want = gen.send(value)
            except StopIteration as e:
                print(f"{self.now:>4} {name} finished with {e.value}")
                continue
            if isinstance(want, Sleep):
                self.seq += 1
                heapq.heappush(self.timers, (self.now + want.t, self.seq, name, gen))
            elif isinstance(want, Get):
                if want.chan.items:
                    self.ready.append((name, gen, want.chan.items.popleft()))
                else:
                    want.chan.waiting.append((name, gen))
            else:
                self.ready.append((name, gen, None))


loop = Loop()
chan = Chan()


def sleep(t):
    yield Sleep(t)
    return f"slept {t}"


def countdown(name, n, delay):
    while n:
        print(f"{loop.now:>4} {name} {n}")
        yield from sleep(delay)
        n -= 1
    return name


def producer(k):
    for i in range(k):
        print(f"{loop.now:>4} put {i}")
        loop.put(chan, i)
        yield from sleep(15)
    loop.put(chan, None)


def consumer():
    got = []
    while (item := (yield Get(chan))) is not None:
        print(f"{loop.now:>4} got {item}")
        got.append(item)
        yield
    return got


loop.spawn("A", countdown("A", 3, 10))
loop.spawn("B", countdown("B", 2, 8))
loop.spawn("C", consumer())
loop.spawn("P", producer(3))
loop.run()
