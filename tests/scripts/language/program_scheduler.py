# A program of one file: tasks with dependencies, run by a few workers, with a timeline.
# bide: --virtual-time
import asyncio
import heapq

TASKS = {"plan": (2, []), "dig": (3, ["plan"]), "order": (1, ["plan"]), "pour": (2, ["dig", "order"]), "walls": (4, ["pour"]),
         "roof": (2, ["walls"]), "wires": (1, ["walls"]), "paint": (1, ["roof", "wires"])}


def sorted_tasks(tasks):
    waiting = {name: set(needs) for name, (_, needs) in tasks.items()}
    ready = [name for name, needs in waiting.items() if not needs]
    heapq.heapify(ready)
    while ready:
        name = heapq.heappop(ready)
        yield name
        for other, needs in waiting.items():
            if name in needs:
                needs.discard(name)
                if not needs:
                    heapq.heappush(ready, other)


class Site:
    def __init__(self, tasks, workers):
        self.tasks, self.limit = tasks, asyncio.Semaphore(workers)
        self.done = {name: asyncio.Event() for name in tasks}
        self.timeline = []

    async def run_one(self, name):
        duration, needs = self.tasks[name]
        await asyncio.gather(*(self.done[need].wait() for need in needs))
        async with self.limit:
            start = asyncio.get_running_loop().time() - self.start
            await asyncio.sleep(duration)
            self.timeline.append((name, round(start), round(start) + duration))
        self.done[name].set()

    async def run(self):
        self.start = asyncio.get_running_loop().time()
        async with asyncio.TaskGroup() as group:
            for name in sorted_tasks(self.tasks):
                group.create_task(self.run_one(name), name=name)
        return self.timeline


print(list(sorted_tasks(TASKS)))
for workers in (1, 2):
    timeline = asyncio.run(Site(TASKS, workers).run())
    print(workers, "worker" + "s" * (workers > 1))
    for name, start, end in timeline:
        print(f"  {name:<6} {' ' * start}{'#' * (end - start)}")
try:
    print(list(sorted_tasks({"a": (1, ["b"]), "b": (1, ["a"])})))
    asyncio.run(asyncio.wait_for(Site({"a": (1, ["b"]), "b": (1, ["a"])}, 1).done["a"].wait(), 5))
except asyncio.TimeoutError:
    print("they wait for each other")
