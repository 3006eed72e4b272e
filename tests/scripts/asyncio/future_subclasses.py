# A subclass of Future or Task may have an __await__ of its own
import asyncio


class Future(asyncio.Future):
    def __await__(self):
        print("await begins")
        result = yield from super().__await__()
        print("await ends")
        return result


class Task(asyncio.Task):
    def __init__(self, coro, *, label, **kwargs):
        super().__init__(coro, **kwargs)
        self.label = label

    def cancel(self, msg=None):
        print("cancel", self.label, msg)
        return super().cancel(msg)

    def __await__(self):
        print("awaited:", self.label)
        return super().__await__()


async def work():
    await asyncio.sleep(0)
    return 3


async def main():
    loop = asyncio.get_running_loop()
    future = Future()
    loop.call_soon(future.set_result, 4)
    print(await future, await future)
    print(await Task(work(), label="plain"))
    print(await asyncio.wait_for(Task(work(), label="in wait_for"), 1))
    print(await asyncio.gather(Task(work(), label="in gather"), work()))
    task = Task(work(), label="named", name="N")
    print(task, await task, task)
    task = Task(work(), label="cancelled")
    waiter = asyncio.create_task(asyncio.wait_for(task, 1))
    await asyncio.sleep(0)
    task.cancel("by hand")
    try:
        await waiter
    except asyncio.CancelledError as e:
        print(repr(e))
    print(task)


asyncio.run(main())
