# bide: --virtual-time
"""Clauses of except* that await, are cancelled while they do, and what the other tasks see meanwhile."""
import asyncio


async def ticker():
    for i in range(5):
        print("tick", i)
        await asyncio.sleep(1)


async def handles(*errors):
    try:
        await asyncio.sleep(0.5)
        raise ExceptionGroup("g", list(errors))
    except* ValueError as e:
        print("first", repr(e))
        await asyncio.sleep(1)
        print("after the await", repr(e))
    except* KeyError as e:
        print("second", repr(e))
        await asyncio.sleep(1)
        raise TypeError("in the second")
    finally:
        await asyncio.sleep(0)
        print("finally")


async def async_gen():
    try:
        yield 1
    except* ValueError as e:
        yield repr(e)
        await asyncio.sleep(0)
        yield 3


async def main():
    tick = asyncio.create_task(ticker())
    await handles(ValueError(1))
    try:
        await handles(ValueError(1), KeyError(2), OSError(3))
    except* OSError as e:
        print("main", repr(e))
    except* TypeError as e:
        print("main", repr(e), [repr(x.__context__) for x in e.exceptions])
    task = asyncio.create_task(handles(ValueError(1), OSError(3)))
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except* OSError as e:
        print("os", repr(e))
    except* asyncio.CancelledError as e:
        print("cancelled", repr(e))
    await tick
    agen = async_gen()
    print(await anext(agen), await agen.athrow(ValueError("thrown")), await anext(agen))
    print([x async for x in agen])


asyncio.run(main())
