"""Calling a coroutine function does not run it: it makes a coroutine, and somebody has to await that.

Look at the warning (it goes to standard error): the call in `forgetful` makes a coroutine and drops it,
so "sending the letter" is printed once only.
"""
import asyncio


async def send_letter():
    print("sending the letter")
    return "sent"


async def forgetful():
    send_letter()
    print("forgetful: finished")


async def careful():
    print("careful:", await send_letter())


coroutine = careful()
print("calling it gives a", type(coroutine).__name__)
asyncio.run(coroutine)
asyncio.run(forgetful())
