# record: stderr
# A task that is still pending when it goes is told of; one that says otherwise is not
import asyncio


async def forever(future):
    await future


loop = asyncio.new_event_loop()
task = loop.create_task(forever(loop.create_future()), name="forgotten")
quiet = loop.create_task(forever(loop.create_future()), name="quiet")
quiet._log_destroy_pending = False
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
print("end")
