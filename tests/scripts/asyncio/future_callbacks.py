"""Done callbacks are scheduled, in order, never called at once; a late one too; remove takes them away."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def callback(name):
        return lambda f: print("callback", name, f is future, f.result())

    first, second, third = callback("first"), callback("second"), callback("third")
    for function in (first, second, third, second, first):
        future.add_done_callback(function)
    print("removed", future.remove_done_callback(second), future.remove_done_callback(print))
    future.set_result("r")
    print("set")
    loop.call_soon(print, "soon after")
    future.add_done_callback(callback("late"))
    print("added late")
    await asyncio.sleep(0)
    print("a pass later")

    cancelled = loop.create_future()
    cancelled.add_done_callback(lambda f: print("cancelled", f.cancelled()))
    cancelled.cancel()
    await asyncio.sleep(0)

    task = asyncio.create_task(asyncio.sleep(0, "slept"))
    task.add_done_callback(lambda t: print("task callback", t.result()))
    print("await", await task)
    await asyncio.sleep(0)


asyncio.run(main())
