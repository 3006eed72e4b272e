# bide: --virtual-time
# What repr() says of a task, all its life long
import asyncio


class Outer:
    class Inner:
        async def method(self):
            await asyncio.sleep(1)


async def work():
    await asyncio.sleep(1)
    return "r" * 50


async def fails():
    raise ValueError("bad")


async def main():
    t = asyncio.create_task(work())
    print(t)
    await asyncio.sleep(0)
    print(t)
    t.set_name("named")
    t.add_done_callback(print)
    print(t)
    await t
    print(t)
    await asyncio.sleep(0)
    f = asyncio.create_task(fails(), name=7)
    await asyncio.sleep(0)
    print(f, repr(f.exception()))
    m = asyncio.create_task(Outer.Inner().method())
    await asyncio.sleep(0)
    print(m)

    async def waits():
        await m

    w = asyncio.create_task(waits())
    await asyncio.sleep(0)
    print(w)
    w.cancel("why")
    print(w, m)
    await asyncio.sleep(0)
    print(w, m)
    await asyncio.sleep(0)
    print(w, m)

    async def cancels_itself():
        asyncio.current_task().cancel()
        print(asyncio.current_task())
        await asyncio.sleep(1)

    s = asyncio.create_task(cancels_itself())
    try:
        await s
    except asyncio.CancelledError:
        pass
    print(s)
    b = asyncio.create_task(work())
    b.cancel()
    print(b)
    await asyncio.sleep(0)
    print(b)


asyncio.run(main())
