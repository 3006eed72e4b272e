"""What asyncio.run and its kin refuse, and in which words."""
import asyncio


async def coro():
    return 1


async def main():
    inner = coro()
    try:
        asyncio.run(inner)
    except RuntimeError as error:
        print("RuntimeError", error)
    print(await inner)
    loop = asyncio.get_running_loop()
    again = coro()
    try:
        loop.run_until_complete(again)
    except RuntimeError as error:
        print("RuntimeError", error)
    print(await again)


for thing in (coro, 5, None):
    try:
        asyncio.run(thing)
    except ValueError as error:
        print("ValueError", str(error)[:24])
    except TypeError as error:
        print("TypeError")
asyncio.run(main())
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print("RuntimeError", error)
pending = coro()
try:
    asyncio.create_task(pending)
except RuntimeError as error:
    print("RuntimeError", error)
print(asyncio.run(pending))
try:
    asyncio.run(pending)
except RuntimeError as error:
    print("RuntimeError", error)
