"""Data through another program, while the loop goes on: sort's pipes are streams.

Writer and reader are two tasks: who writes everything first and reads afterwards may wait for ever, because a pipe
holds only so much.
"""
import asyncio

PIPE = asyncio.subprocess.PIPE


async def feed(stream, words):
    for word in words:
        stream.write(f"{word}\n".encode())
        await stream.drain()
        await asyncio.sleep(0)
    stream.close()


async def show(stream):
    async for line in stream:
        print("sorted:", line.decode().strip())


async def tick(ticks):
    while True:
        ticks.append("tick")
        await asyncio.sleep(0)


async def main():
    process = await asyncio.create_subprocess_exec("sort", stdin=PIPE, stdout=PIPE)
    ticks = []
    ticker = asyncio.create_task(tick(ticks))
    await asyncio.gather(feed(process.stdin, ["pear", "fig", "apple", "plum"]), show(process.stdout))
    print("exit status", await process.wait())
    ticker.cancel()
    print("the loop went on meanwhile:", len(ticks) > 10)


asyncio.run(main())
