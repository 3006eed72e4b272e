# What is awaited may be given a name by the same expression.
import asyncio


async def value(n):
    return n


def generate(n):
    yield n
    return n


def walk():
    result = yield from (generator := generate(3))
    print(type(generator).__name__, generator.gi_frame, result)


async def main():
    print(await (named := value(1)), type(named).__name__, named.cr_frame)
    lock = asyncio.Lock()
    print(await (waiting := lock.acquire()), type(waiting).__name__)
    queue = asyncio.Queue()
    await (putting := queue.put(5))
    print(await (getting := queue.get()), type(putting).__name__, type(getting).__name__)
    await (sleeping := asyncio.sleep(0))
    print(type(sleeping).__name__)


asyncio.run(main())
print(list(walk()))
