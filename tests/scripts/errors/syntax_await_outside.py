# A syntax error: await outside a function.
# record: stderr
print("never printed: the whole file is read first")
import asyncio

await asyncio.sleep(1)
