# A syntax error: yield from in an async function.
# record: stderr
print("never printed: the whole file is read first")
async def f():
    yield from [1]
