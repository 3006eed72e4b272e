# eager_start: the first step of a task runs when it is made
# python: 3.13
import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)


async def quick(n):
    task = asyncio.current_task()
    print("quick", n, task.get_name(), task in asyncio.all_tasks())
    var.set(n)
    return n


async def slow(n):
    print("slow begins", n, asyncio.current_task().get_name())
    await asyncio.sleep(0)
    print("slow ends", n)
    return n


async def fails():
    raise ValueError("at once")


async def cancels_itself():
    asyncio.current_task().cancel("early")
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as e:
        print(repr(e))
        raise


async def cancelled_too_late():
    asyncio.current_task().cancel()
    return 3


async def main():
    loop = asyncio.get_running_loop()

    def eager(coro, **kwargs):
        return asyncio.Task(coro, loop=loop, eager_start=True, **kwargs)

    t = eager(quick(1), name="Q")
    print("made", t, t.get_coro(), t.done(), t in asyncio.all_tasks())
    t.add_done_callback(lambda t: print("callback of", t.get_name()))
    print(await t, var.get(), asyncio.current_task().get_name())
    t = eager(slow(1))
    print("made", t)
    print(await t, t)
    t = eager(fails())
    print("made", t)
    try:
        t.result()
    except ValueError as e:
        print(e)
    t = eager(cancels_itself())
    print(t)
    try:
        await t
    except asyncio.CancelledError as e:
        print("outer", repr(e))
    print(eager(cancelled_too_late()))
    ctx = contextvars.copy_context()
    t = eager(quick(4), context=ctx)
    print(ctx[var], t.get_context() is ctx, var.get())

    async def nested(n):
        if n:
            await eager(nested(n - 1))
        print("nested", n)

    await eager(nested(3))

    async def awaits(f):
        return await f

    f = loop.create_future()
    t = eager(awaits(f))
    print(t.done(), t._fut_waiter is f)
    f.set_result(5)
    print(t.done(), await t)
    print(eager(awaits(f)))
    try:
        eager(5)
    except TypeError as e:
        print(e)
    print(await asyncio.gather(eager(quick(5)), eager(slow(5)), quick(6)))


asyncio.run(main())
loop = asyncio.new_event_loop()
t = asyncio.Task(quick(1), loop=loop, eager_start=True)
print("loop not running:", t)
print(loop.run_until_complete(t))
loop.close()
