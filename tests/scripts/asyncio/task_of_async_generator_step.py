"""A step of an asynchronous generator is a coroutine, too: a task can run it."""
import asyncio


async def items():
    try:
        got = yield 1
        while True:
            await asyncio.sleep(0)
            got = yield got
    finally:
        print("closed")


async def main():
    generator = items()
    first = asyncio.create_task(generator.asend(None), name="first")
    print(asyncio.iscoroutine(first.get_coro()), first)
    print(await first, first)
    second = asyncio.create_task(generator.asend("x"), name="second")
    print(await second)
    third = asyncio.create_task(generator.athrow(ValueError("thrown")), name="third")
    print(await asyncio.gather(third, return_exceptions=True))
    print(third)
    last = asyncio.create_task(generator.aclose(), name="last")
    print(await last, last)


asyncio.run(main())
