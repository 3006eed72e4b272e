# Event loop policies: who makes loops, and which is the current one.
import asyncio


def attempt(what, *arguments):
    try:
        print(what(*arguments))
    except BaseException as error:
        print(type(error).__name__ + ":", error)


policy = asyncio.get_event_loop_policy()
print(type(policy) is asyncio.DefaultEventLoopPolicy, policy is asyncio.get_event_loop_policy())
print(isinstance(policy, asyncio.AbstractEventLoopPolicy))
loop = policy.new_event_loop()
policy.set_event_loop(loop)
print(policy.get_event_loop() is loop, asyncio.get_event_loop() is loop)
loop.close()
attempt(asyncio.set_event_loop_policy, 5)
attempt(asyncio.set_event_loop_policy)
attempt(asyncio.AbstractEventLoopPolicy().get_event_loop)
attempt(asyncio.AbstractEventLoopPolicy().new_event_loop)
attempt(policy.set_event_loop, 5)


class Talkative(asyncio.DefaultEventLoopPolicy):
    def get_event_loop(self):
        print("get_event_loop")
        return super().get_event_loop()

    def set_event_loop(self, loop):
        print("set_event_loop", "None" if loop is None else "a loop")
        super().set_event_loop(loop)

    def new_event_loop(self):
        print("new_event_loop")
        return super().new_event_loop()


async def main():
    print("running", asyncio.get_event_loop() is asyncio.get_running_loop())


mine = Talkative()
asyncio.set_event_loop_policy(mine)
print(asyncio.get_event_loop_policy() is mine)
asyncio.run(main())
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)
future = asyncio.Future()
print(future.get_loop() is loop)
loop.run_until_complete(main())
asyncio.set_event_loop(None)
loop.close()


class Own(asyncio.AbstractEventLoopPolicy):
    loop = None

    def get_event_loop(self):
        return self.loop

    def set_event_loop(self, loop):
        self.loop = loop

    def new_event_loop(self):
        return asyncio.SelectorEventLoop()


asyncio.set_event_loop_policy(Own())
asyncio.run(main())
asyncio.set_event_loop_policy(None)
print(type(asyncio.get_event_loop_policy()) is asyncio.DefaultEventLoopPolicy)
asyncio.run(main())
