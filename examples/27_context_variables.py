# bide: --virtual-time
"""Context variables: a value that every task has for itself, and that need not be passed along through every call.

Look at the names in brackets: query() is not told for which request it works, and never mixes two of them up.
"""
import asyncio
from contextvars import ContextVar, copy_context

request = ContextVar("request", default="no request")


def log(text):
    print(f"[{request.get()}] {text}")


async def query(seconds):
    log("query begins")
    await asyncio.sleep(seconds)
    log("query done")


async def handle(number, seconds):
    request.set(f"request {number}")  # seen by this task, and by whatever it awaits
    await query(seconds)
    log("answered")


async def main():
    log("server starts")
    # Each task gets a copy of the context it is made in; what it sets there, the others never see.
    await asyncio.gather(handle(1, 0.2), handle(2, 0.1))
    log("server stops")

    # A value can be set for a while and be put back...
    token = request.set("maintenance")
    log("cleaning up")
    request.reset(token)
    log("clean")

    # ... and code can be run in a copy, which keeps what was set in it.
    context = copy_context()
    context.run(request.set, "only in the copy")
    context.run(log, "here")
    log("and here")


asyncio.run(main())
