# python: 3.13
# An exception thrown into an asend(), athrow() or aclose() that nobody has awaited yet goes into the generator.
import asyncio


async def one():
    yield 1


def show(name, call):
    try:
        print(name, "->", call())
    except BaseException as error:
        print(name, "->", type(error).__name__, error)


STEPS = {
    "aclose": lambda agen: agen.aclose(),
    "athrow": lambda agen: agen.athrow(OSError),
    "asend": lambda agen: agen.asend(None),
}


async def main():
    for kind, make in STEPS.items():
        for state in ("created", "suspended", "finished"):
            agen = one()
            if state == "suspended":
                await anext(agen)
            elif state == "finished":
                await agen.aclose()
            step = make(agen)
            name = f"{kind} of a {state} generator"
            show(name, lambda: step.throw(ValueError(state)))
            show(name + ", again", lambda: step.send(None))
            print(await anext(agen, "nothing left"))
    for error in (StopAsyncIteration("s"), GeneratorExit("g")):
        agen = one()
        await anext(agen)
        step = agen.aclose()
        show("aclose", lambda: step.throw(error))


asyncio.run(main())
