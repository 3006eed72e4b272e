# bide-only: shows what `bide trace` prints
# bide: --virtual-time trace
import asyncio


async def work(seconds, error=None):
    await asyncio.sleep(seconds)
    if error:
        raise error


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for seconds in range(5, 0, -1):
                group.create_task(work(seconds, ValueError(seconds) if seconds == 2 else None))
    except* ValueError as caught:
        print(caught)


asyncio.run(main())
