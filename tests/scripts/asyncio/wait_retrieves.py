# record: stderr
"""wait() looks at exceptions only where it has to: otherwise they are reported when nobody else asks for them."""
import asyncio


async def fail(name):
    raise ValueError(name)


async def wait(name, others, return_when):
    done, pending = await asyncio.wait([asyncio.create_task(fail(name), name=name), *others], return_when=return_when)
    print(name, len(done), len(pending))


async def main():
    never = asyncio.get_running_loop().create_future()
    await wait("looked at", [never], asyncio.FIRST_EXCEPTION)
    await wait("the last one", [], asyncio.FIRST_EXCEPTION)
    await wait("the first one", [never], asyncio.FIRST_COMPLETED)
    await wait("all", [], asyncio.ALL_COMPLETED)


asyncio.run(main())
