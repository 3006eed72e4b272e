# Generators share the context of who drives them; so do asynchronous ones.
import asyncio
import contextvars
var = contextvars.ContextVar("var", default=0)
def gen():
    for i in range(3):
        var.set(var.get() + 1)
        yield var.get()
async def agen():
    for i in range(3):
        var.set(var.get() + 10)
        yield var.get()
        await asyncio.sleep(0)
async def main():
    g = gen()
    print(next(g), var.get())
    var.set(100)
    print(next(g), var.get())
    print(contextvars.copy_context().run(next, g), var.get())
    ag = agen()
    print(await anext(ag), var.get())
    async def step(): return await anext(ag), var.get()
    print(await asyncio.create_task(step()), var.get())
    print(await anext(ag), var.get())
    t = []
    async def tok():
        try:
            token = var.set("tok")
            yield token
        finally:
            try:
                var.reset(token)
            except ValueError as e:
                print("ValueError", str(e).split(" at 0x")[0], str(e)[-30:])
            else: print("reset to", var.get())
    a = tok()
    print((await anext(a)).var is var)
    await a.aclose()
    a = tok()
    await anext(a)
    async def close(): await a.aclose()
    await asyncio.create_task(close())
asyncio.run(main())
