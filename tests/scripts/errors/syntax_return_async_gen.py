# A syntax error: return with a value in an async generator.
# record: stderr
print("never printed: the whole file is read first")
async def f():
    yield 1
    return 2
