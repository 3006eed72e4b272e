# %(taskName)s: in whose step it is logged.
# python: 3.13
import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(taskName)s: %(message)s")


async def work():
    logging.info("working")


async def main():
    await asyncio.gather(asyncio.create_task(work(), name="one"), asyncio.create_task(work(), name="two"))
    logging.info("main")


logging.info("outside")
asyncio.run(main())
log = logging.getLogger("a.b")
print(sorted(logger.name for logger in logging.getLogger("a").getChildren()), logging.getHandlerNames())
merged = logging.LoggerAdapter(log, {"taskless": 1}, merge_extra=True)
print(merged.process("m", {"extra": {"more": 2}}))
