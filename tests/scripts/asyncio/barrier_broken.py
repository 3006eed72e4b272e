"""abort() breaks a Barrier for good, reset() turns away who is there."""
import asyncio


def state(barrier):
    text = repr(barrier)
    return text[text.index("["):]


async def party(n, barrier):
    try:
        print(n, "goes on from place", await barrier.wait())
    except asyncio.BrokenBarrierError as error:
        print(n, "turned away:", error, state(barrier))


async def settle():
    for _ in range(4):
        await asyncio.sleep(0)


async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(party(n, barrier)) for n in range(2)]
    await settle()
    print("reset", await barrier.reset(), state(barrier))
    tasks += [asyncio.create_task(party(n, barrier)) for n in range(2, 5)]
    await asyncio.wait(tasks)
    print(state(barrier))
    tasks = [asyncio.create_task(party(n, barrier)) for n in range(2)]
    await settle()
    print("abort", await barrier.abort(), state(barrier), barrier.broken, barrier.n_waiting)
    await asyncio.wait(tasks)
    await party("late", barrier)
    print("reset", await barrier.reset(), state(barrier), barrier.broken)
    tasks = [asyncio.create_task(party(n, barrier)) for n in range(3)]
    await asyncio.sleep(0)
    print("reset while it drains", await barrier.reset(), state(barrier))
    await asyncio.wait(tasks)
    tasks = [asyncio.create_task(party(n, barrier)) for n in range(4)]
    await asyncio.sleep(0)
    print("abort while it drains", await barrier.abort(), state(barrier))
    await asyncio.wait(tasks)
    print(asyncio.BrokenBarrierError.__mro__[1].__name__, asyncio.BrokenBarrierError.__module__)


asyncio.run(main())
