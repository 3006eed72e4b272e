# bide-only: shows what `bide dis` prints
# bide: dis
async def add(a, *rest, b=2):
    try:
        total = a + b
        for x in rest:
            total += x
    except TypeError as error:
        return f"no sum: {error}"
    return await total if a > 1 else [x * 2 for x in rest]
