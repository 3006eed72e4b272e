# bide: --virtual-time
# Every task has a copy of the context it was made in; what it sets, nobody else sees.
import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")
depth = contextvars.ContextVar("depth")


async def worker(name):
    print(name, "begins as", user.get())
    user.set(name)
    await asyncio.sleep(0.1)
    print(name, "goes on as", user.get())
    await inner(name)
    print(name, "after inner", user.get())


async def inner(name):
    user.set(name + "'s inner")
    await asyncio.sleep(0)


async def main():
    user.set("main")
    await asyncio.gather(worker("a"), worker("b"))
    print("main is", user.get())
    task = asyncio.create_task(worker("c"))
    user.set("changed after creation")
    await task
    await worker("awaited")
    print("main is", user.get())
    await asyncio.wait_for(worker("in wait_for"), 5)
    print("main is", user.get())
    await asyncio.shield(worker("shielded"))
    done, _ = await asyncio.wait([asyncio.ensure_future(worker("waited"))])
    print("main is", user.get())
    for f in asyncio.as_completed([worker("completed")]):
        await f
    print("main is", user.get())


asyncio.run(main())
print("outside", user.get())
