# slow: starts a dozen programs
"""Ctrl-C while an event loop runs or waits."""
from _interrupting import READY, interrupt_all


def case(body, run="asyncio.run(main())", more="", first="pass"):
    lines = "".join(f"    {line}\n" for line in [first, READY] + body.split("\n"))
    return f"import asyncio\n{more}\nasync def main():\n{lines}", run


interrupt_all({
    "sleeping": case("await asyncio.sleep(60)"),
    "taking turns": case("while True: await asyncio.sleep(0)"),
    "tasks": case("await asyncio.gather(work('a'), work('b'))", more="""
async def work(name):
    try: await asyncio.sleep(60)
    finally: print(name, 'cleans up')"""),
    "tidy": case("try: await asyncio.sleep(60)\nfinally:\n    await asyncio.sleep(0.01)\n    print('tidy')",
                 "try: asyncio.run(main())\nexcept KeyboardInterrupt: print('interrupted')"),
    "swallowed": case("try: await asyncio.sleep(60)\nexcept asyncio.CancelledError: print('swallowed')\nreturn 3",
                      "print(asyncio.run(main()))"),
    "serving": case("server = await asyncio.start_server(print, '127.0.0.1', 0)\nawait server.serve_forever()"),
    "reading": case("import socket\na, b = socket.socketpair()\nreader, writer = await asyncio.open_connection(sock=a)\n"
                    "await reader.read()"),
    "in a thread": case("await asyncio.to_thread(time.sleep, 1)"),
    "subprocess": case("process = await asyncio.create_subprocess_exec('sleep', '60')\nawait process.wait()"),
    "queue": case("await asyncio.wait_for(asyncio.Queue().get(), 60)"),
    "signal handler": case("await asyncio.wait_for(stop.wait(), 60)\nprint('stopped')", 
                           more="import signal\nstop = asyncio.Event()",
                           first="asyncio.get_running_loop().add_signal_handler(signal.SIGINT, stop.set)"),
    "older pattern": case("await asyncio.sleep(60)", """loop = asyncio.new_event_loop()
task = loop.create_task(main())
try: loop.run_until_complete(task)
except KeyboardInterrupt: print('interrupted', task.done())
task.cancel()
try: loop.run_until_complete(task)
except asyncio.CancelledError: print('cancelled')
loop.close()"""),
})
