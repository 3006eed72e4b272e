"""Several things happen to a task in one pass of the loop: the order in which they were asked for decides."""
import asyncio


async def waiter(name, future):
    try:
        print(name, "got", await future)
    except asyncio.CancelledError as error:
        print(name, "cancelled", error.args, asyncio.current_task().cancelling())
    except ValueError as error:
        print(name, "failed", error, asyncio.current_task().cancelling())
    await asyncio.sleep(0)
    print(name, "ends")


async def attempt(name, *actions):
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(waiter(name, future))
    await asyncio.sleep(0)
    for action in actions:
        if action == "result":
            loop.call_soon(lambda: future.done() or future.set_result("it"))
        elif action == "exception":
            loop.call_soon(lambda: future.done() or future.set_exception(ValueError("v")))
        elif action == "future.cancel":
            loop.call_soon(future.cancel, "by future")
        else:
            loop.call_soon(task.cancel, "by task")
    await asyncio.wait([task])
    print("  ", "task cancelled", task.cancelled(), "future", future.cancelled(), task.cancelling())


async def main():
    actions = ("result", "exception", "future.cancel", "cancel")
    for first in actions:
        for second in actions:
            if first != second or first == "cancel":
                await attempt("%s+%s" % (first, second), first, second)
    await attempt("cancel x3", "cancel", "cancel", "cancel")


asyncio.run(main())
