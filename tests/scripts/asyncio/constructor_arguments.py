"""What the constructors of locks, queues and timeouts say to wrong arguments."""
import asyncio


def show(function, *args, **kwargs):
    try:
        made = function(*args, **kwargs)
        print(function.__name__, args, kwargs, "->", type(made).__name__)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Named(asyncio.Queue):
    def __init__(self, name, **options):
        super().__init__(**options)
        self.name = name


for function in (asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.Semaphore, asyncio.BoundedSemaphore,
                 asyncio.Barrier, asyncio.Queue, asyncio.PriorityQueue, asyncio.Timeout):
    show(function)
    show(function, 1, 2)
    show(function, 1, 2, 3)
    show(function, loop=None)
    show(function, *[None], colour="red")
show(asyncio.Semaphore, 2)
show(asyncio.Semaphore, value=3)
show(asyncio.Semaphore, 1, value=2)
show(asyncio.Barrier, parties=2)
show(asyncio.Queue, maxsize=5)
show(asyncio.Queue, 5, maxsize=5)
show(Named)
show(Named, "n", maxsize=2)
show(Named, "n", size=2)
