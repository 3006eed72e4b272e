# bide-only: CPython has call graphs from 3.14 on
# Call graphs: what runs in a task, and who awaits it
import asyncio


def show(text):
    for line in text.split("\n"):
        head, found, _ = line.partition("id=0x")
        print(head + "...)" if found else line)


def helper():
    show(asyncio.format_call_graph())


async def test():
    helper()
    return 5


async def deep():
    await asyncio.sleep(1)


async def middle():
    await deep()


async def generate():
    await middle()
    yield 1


async def consume():
    async for item in generate():
        pass


async def awaits(x):
    return await x


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(test(), name="test")
    print("--- not begun, suspended, awaited, done")
    task = asyncio.create_task(middle(), name="middle")
    show(asyncio.format_call_graph(task))
    await asyncio.sleep(0)
    show(asyncio.format_call_graph(task))
    waiting = asyncio.create_task(awaits(task), name="waiting")
    await asyncio.sleep(0)
    show(asyncio.format_call_graph(task))
    task.cancel()
    await asyncio.wait([waiting])
    show(asyncio.format_call_graph(task))
    print("--- through an asynchronous generator")
    task = asyncio.create_task(consume(), name="consume")
    await asyncio.sleep(0)
    show(asyncio.format_call_graph(task))
    task.cancel()
    print("--- of a future")
    future = asyncio.get_running_loop().create_future()
    one = asyncio.create_task(awaits(future), name="one")
    two = asyncio.create_task(awaits(one), name="two")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    show(asyncio.format_call_graph(future))
    graph = asyncio.capture_call_graph(future)
    print(graph.future is future, graph.call_stack, len(graph.awaited_by))
    inner = graph.awaited_by[0]
    print(inner.future is one, [entry.frame.f_lineno for entry in inner.call_stack], inner.awaited_by[0].future is two)
    print(type(graph).__name__, type(inner.call_stack[0]).__name__, inner.call_stack[0].frame.f_code.co_name)
    print(str(graph).split("<")[0], graph == graph, graph == inner)
    future.set_result(None)
    await two
    show(asyncio.format_call_graph(future))
    print("--- misuse")
    for wrong in 5, "future":
        try:
            asyncio.capture_call_graph(wrong)
        except TypeError as e:
            print(e)
    asyncio.get_running_loop().call_soon(
        lambda: print(asyncio.capture_call_graph(), repr(asyncio.format_call_graph())))
    await asyncio.sleep(0)


asyncio.run(main())
try:
    asyncio.print_call_graph()
except RuntimeError as e:
    print(e)
