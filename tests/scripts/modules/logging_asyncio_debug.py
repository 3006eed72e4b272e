# With a root configured the loop says which selector it uses; tasks log among each other.
import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(levelname)s:%(name)s:%(message)s")
log = logging.getLogger("work")


async def work(name, turns):
    for turn in range(turns):
        log.debug("%s turn %d", name, turn)
        await asyncio.sleep(0)
    log.info("%s is done", name)


async def main():
    await asyncio.gather(work("a", 2), work("b", 3))


asyncio.run(main())
