"""Two tasks that hand a turn to and fro with futures and events."""
import asyncio


async def player(name, mine, other, rounds):
    for i in range(rounds):
        await mine.wait()
        mine.clear()
        print(name, i)
        other.set()


async def chain(n, source, target):
    value = await source
    print("link", n, "passes", value)
    target.set_result(value + 1)


async def main():
    ping, pong = asyncio.Event(), asyncio.Event()
    ping.set()
    await asyncio.gather(player("ping", ping, pong, 3), player("pong", pong, ping, 3))
    loop = asyncio.get_running_loop()
    futures = [loop.create_future() for _ in range(6)]
    tasks = [asyncio.create_task(chain(n, futures[n], futures[n + 1])) for n in reversed(range(5))]
    await asyncio.sleep(0)
    futures[0].set_result(100)
    print("end of the chain:", await futures[5])
    await asyncio.gather(*tasks)


asyncio.run(main())
