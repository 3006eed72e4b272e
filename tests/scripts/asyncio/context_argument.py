# context= of tasks and callbacks: where it runs, what it may change
# python: 3.13
import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)


async def bump(n):
    for _ in range(n):
        var.set(var.get() + 1)
        await asyncio.sleep(0)
    return var.get()


def show(label, *args):
    print(label, var.get(), *[a.result() for a in args])
    var.set(var.get() + 100)


async def main():
    loop = asyncio.get_running_loop()
    ctx = contextvars.copy_context()
    print(await asyncio.create_task(bump(3), context=ctx), ctx[var], var.get())
    print(await loop.create_task(bump(2), context=ctx), ctx[var], var.get())
    print(await asyncio.Task(bump(2), context=ctx, loop=loop), ctx[var])
    one = asyncio.create_task(bump(3), context=ctx)
    two = asyncio.create_task(bump(3), context=ctx)
    print(await one, await two, ctx[var])
    print(one.get_context() is ctx)
    other = asyncio.create_task(bump(1))
    print(other.get_context() is other.get_context(), other.get_context() is ctx)
    await other
    print(other.get_context()[var], var.get())
    loop.call_soon(show, "soon")
    loop.call_soon(show, "soon in ctx", context=ctx)
    loop.call_later(0, show, "later in ctx")
    loop.call_later(0, lambda: show("later in ctx"), context=ctx)
    loop.call_at(loop.time(), show, "at in ctx")
    h = loop.call_at(loop.time(), show, "at in ctx", context=ctx)
    print(h.get_context() is ctx)
    loop.call_soon_threadsafe(show, "threadsafe", context=ctx)
    await asyncio.sleep(0.01)
    print(var.get(), ctx[var])
    f = loop.create_future()
    var.set(5)
    f.add_done_callback(lambda f: show("callback", f))
    f.add_done_callback(lambda f: show("callback in ctx", f), context=ctx)
    var.set(6)
    f.add_done_callback(lambda f: show("callback 2", f))
    f.set_result("done")
    await asyncio.sleep(0)
    f.add_done_callback(lambda f: show("callback late", f), context=ctx)
    await asyncio.sleep(0)
    print(var.get(), ctx[var])

    def inside():
        var.set("inside run")
        t = asyncio.create_task(bump(0))
        print(t.get_context()[var])
        loop.call_soon(print, "soon")
        return t
    print(await ctx.run(inside), var.get(), ctx[var])
    h = loop.call_soon(print)
    print(h.get_context()[var])


asyncio.run(main())
