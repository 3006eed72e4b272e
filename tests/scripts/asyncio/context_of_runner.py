# Runner keeps one context for all that it runs
import asyncio
import contextvars
var = contextvars.ContextVar("var", default="unset")
async def set_to(v):
    old = var.get()
    var.set(v)
    return old
with asyncio.Runner() as r:
    var.set("outer 1")
    print(r.run(set_to("one")))
    var.set("outer 2")
    print(r.run(set_to("two")))
    ctx = contextvars.copy_context()
    print(r.run(set_to("three"), context=ctx), ctx[var])
    print(r.run(set_to("four")))
print(var.get())
loop = asyncio.new_event_loop()
print(loop.run_until_complete(set_to("x")), var.get())
print(loop.run_until_complete(set_to("y")), var.get())
def f():
    var.set("in run")
    print(loop.run_until_complete(set_to("z")), var.get())
    print(asyncio.run(set_to("z")), var.get())
contextvars.copy_context().run(f)
print(var.get())
ctx = contextvars.copy_context()
async def cb_err():
    asyncio.get_running_loop().set_exception_handler(lambda l, c: print(c["message"].split(" ")[0:3], c["exception"].args[0][:20]))
    asyncio.get_running_loop().call_soon(print, "never", context=ctx)
    await asyncio.sleep(0)
    print("ok")
ctx.run(asyncio.run, cb_err())
loop.close()
