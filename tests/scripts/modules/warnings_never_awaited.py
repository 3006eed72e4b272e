# A coroutine that nobody awaits is warned about through module warnings.
import asyncio
import warnings


async def work():
    pass


async def main():
    with warnings.catch_warnings(record=True) as log:
        warnings.simplefilter("always")
        work()
        for i in range(2):
            work()
    print([(str(w.message), w.category.__name__, w.lineno) for w in log])
    with warnings.catch_warnings(record=True) as log:
        warnings.simplefilter("default")
        for i in range(3):
            work()
    print(len(log))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        work()


asyncio.run(main())
