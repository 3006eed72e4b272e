# bide-only: CPython has call graphs from 3.14 on
# Who awaits whom through gather, shield, wait, wait_for, as_completed and TaskGroup
import asyncio


def show(text):
    for line in text.split("\n"):
        head, found, _ = line.partition("id=0x")
        print(head + "...)" if found else line)


async def work():
    await asyncio.sleep(1)


async def gathers(task):
    await asyncio.gather(task, asyncio.sleep(1))


async def gathers_nested(task):
    await asyncio.gather(asyncio.gather(task), asyncio.sleep(1))


async def shields(task):
    await asyncio.shield(task)


async def waits(task):
    await asyncio.wait([task])


async def waits_for(task):
    await asyncio.wait_for(task, 5)


async def completes(task):
    for future in asyncio.as_completed([task]):
        await future


async def awaits(task):
    async with asyncio.timeout(5):
        await task


async def groups():
    async with asyncio.TaskGroup() as group:
        group.create_task(work(), name="in group")
        await asyncio.sleep(0)
        await asyncio.sleep(0)


async def main():
    task = asyncio.create_task(work(), name="work")
    functions = gathers, gathers_nested, shields, waits, waits_for, completes, awaits
    for function in functions:
        asyncio.create_task(function(task), name=function.__name__)
    asyncio.create_task(asyncio.wait_for(work(), None), name="without timeout")
    asyncio.create_task(groups(), name="groups")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    show(asyncio.format_call_graph(task))
    named = {task.get_name(): task for task in asyncio.all_tasks()}
    show(asyncio.format_call_graph(named["in group"]))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    show(asyncio.format_call_graph(named["in group"]))
    show(asyncio.format_call_graph(named["without timeout"]))
    print("--- who awaits himself, in the end")

    async def awaits_later(name):
        await asyncio.sleep(0)
        await ring[name]

    ring = {}
    ring["a"] = asyncio.create_task(awaits_later("b"), name="a")
    ring["b"] = asyncio.create_task(awaits_later("a"), name="b")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    show(asyncio.format_call_graph(ring["a"], limit=0))


# A ring cannot be cancelled, as run() would at its end.
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
