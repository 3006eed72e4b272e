"""sys.exit inside a coroutine ends the program with that status."""
import asyncio
import sys


async def leave():
    await asyncio.sleep(0)
    print("leaving")
    sys.exit(3)


async def main():
    try:
        await leave()
    finally:
        print("main's finally")


try:
    asyncio.run(main())
finally:
    print("outermost finally")
