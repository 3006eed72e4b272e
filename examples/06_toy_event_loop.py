"""An event loop in twenty lines: generators that take turns, and a queue of those that are ready.

Look at `run`: it takes the generator at the head of the queue, lets it go on until its next `yield`, and puts it
back at the end. Nobody is interrupted: a task gives way only where it says `yield`. asyncio is this, grown up.
"""
from collections import deque


def greet(name, times):
    for i in range(times):
        print("%s: hello number %d" % (name, i + 1))
        yield
    return "%s said hello %d times" % (name, times)


def parent(loop):
    print("parent: starting a child")
    loop.start(greet("child", 2))
    yield
    print("parent: leaving")
    return "parent is done"


class Loop:
    def __init__(self):
        self.ready = deque()

    def start(self, task):
        self.ready.append(task)

    def run(self):
        turns = 0
        while self.ready:
            task = self.ready.popleft()
            turns += 1
            try:
                next(task)
            except StopIteration as stop:
                print("   [%s]" % stop.value)
            else:
                self.ready.append(task)
        return turns


loop = Loop()
loop.start(greet("Ann", 3))
loop.start(greet("Bob", 1))
loop.start(parent(loop))
print("turns taken:", loop.run())
