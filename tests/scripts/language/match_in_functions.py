# match in generators, coroutines, classes and comprehensions' functions; captures as cells, globals and attributes' names.
import asyncio


def tokens(items):
    for item in items:
        match item:
            case int(n):
                received = yield n * 2
                if received:
                    print("received", received)
            case str():
                yield from item


print(list(tokens([1, "ab", None, 2])))


async def react(event):
    match event:
        case {"wait": seconds}:
            await asyncio.sleep(0)
            return f"waited {seconds}"
        case [*events]:
            return [await react(e) for e in events]
    return "ignored"


print(asyncio.run(react([{"wait": 1}, 5, [{"wait": 2}]])))


def captured(x):
    match x:
        case [first, *rest]:
            return lambda: (first, rest)


print(captured("no"), captured([1, 2, 3])())


def sets_global():
    global seen
    match [1, 2]:
        case [seen, _]:
            pass


sets_global()
print(seen)


class Body:
    match (1, {"a": 2}):
        case (one, {"a": two}):
            pass


print(Body.one, Body.two)
