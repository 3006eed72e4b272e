# bide: -X dev
# bide-only: the option stands before the script
import asyncio


async def main():
    print(asyncio.get_running_loop().get_debug())


asyncio.run(main())
asyncio.run(main(), debug=False)
print(asyncio.new_event_loop())
