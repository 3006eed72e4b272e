"""call_soon: first in, first out; what is scheduled during a pass runs in the next one."""
import asyncio


def say(*words):
    print("say", *words)


async def main():
    loop = asyncio.get_running_loop()
    handle = loop.call_soon(say, "cancelled")
    loop.call_soon(say, 1)
    loop.call_soon(say, 2, "two", [2])
    print(handle.cancelled())
    handle.cancel()
    print(handle.cancelled())

    def chain(n):
        print("chain", n)
        if n:
            loop.call_soon(chain, n - 1)

    loop.call_soon(chain, 3)
    loop.call_soon(say, "after the first chain")
    for i in range(5):
        print("pass", i)
        await asyncio.sleep(0)
    loop.call_soon(lambda: print("lambda"))
    await asyncio.sleep(0)


asyncio.run(main())
