# A loop_factory that makes no loop.
import asyncio


async def nothing():
    pass


for made in (None, 5, "loop"):
    coroutine = nothing()
    try:
        asyncio.Runner(loop_factory=lambda: made).run(coroutine)
    except (AttributeError, TypeError):
        print("refused", made)
    coroutine.close()
