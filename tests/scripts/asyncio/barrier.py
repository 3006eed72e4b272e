"""A Barrier lets tasks through in groups; who comes while a group leaves waits for the next one."""
import asyncio


def state(barrier):
    text = repr(barrier)
    return text[text.index("["):]


async def party(n, barrier):
    print(n, "comes", state(barrier))
    place = await barrier.wait()
    print(n, "goes on from place", place, state(barrier))


async def main():
    barrier = asyncio.Barrier(3)
    print(state(barrier), barrier.parties, barrier.n_waiting, barrier.broken)
    tasks = [asyncio.create_task(party(n, barrier)) for n in range(8)]
    for _ in range(4):
        await asyncio.sleep(0)
        print("     ", state(barrier), barrier.n_waiting)
    tasks.append(asyncio.create_task(party(8, barrier)))
    await asyncio.wait(tasks)
    print(state(barrier))
    alone = asyncio.Barrier(1)
    print(await alone.wait(), await alone.wait(), state(alone))
    for parties in (0, -1, "two", None):
        try:
            asyncio.Barrier(parties)
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)


asyncio.run(main())
