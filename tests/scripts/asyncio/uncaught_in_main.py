# record: stderr
"""An exception that nobody handles ends the program with a traceback and status 1; finally has run."""
import asyncio


async def fail():
    await asyncio.sleep(0)
    raise ValueError("nobody catches this")


async def main():
    try:
        print("before")
        await fail()
        print("not reached")
    finally:
        print("finally")


print("start")
asyncio.run(main())
print("not reached either")
