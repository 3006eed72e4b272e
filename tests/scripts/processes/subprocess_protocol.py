# A program as a transport, whose protocol hears what its pipes say.
import asyncio


class Protocol(asyncio.SubprocessProtocol):
    def __init__(self):
        self.over = asyncio.get_running_loop().create_future()
        self.output = {1: b"", 2: b""}
        self.events = []

    def connection_made(self, transport):
        self.transport = transport
        self.events.append("made")

    def pipe_data_received(self, fd, data):
        self.output[fd] += data

    def pipe_connection_lost(self, fd, exc):
        self.events.append(f"pipe {fd} lost: {exc}")

    def process_exited(self):
        self.events.append(f"exited with {self.transport.get_returncode()}")

    def connection_lost(self, exc):
        self.events.append(f"lost: {exc}")
        self.over.set_result(None)

    async def wait(self):
        """What it heard; of the pipes and the end nobody can tell which comes first."""
        await self.over
        first, *between, last = self.events
        print(first, sorted(between), last)


async def refused(make):
    try:
        await make
    except (OSError, TypeError, ValueError) as error:
        print(type(error).__name__, error)


async def main():
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.subprocess_shell(Protocol, "cat; echo wrong >&2; exit 3")
    print(isinstance(transport, asyncio.SubprocessTransport), isinstance(transport, asyncio.BaseTransport))
    print(transport.get_returncode(), transport.get_pid() > 0, transport.get_protocol() is protocol,
          transport.is_closing(), type(transport.get_extra_info("subprocess")).__name__)
    pipe = transport.get_pipe_transport(0)
    print(isinstance(pipe, asyncio.WriteTransport), transport.get_pipe_transport(7))
    pipe.write(b"through cat")
    pipe.write_eof()
    await protocol.wait()
    print(protocol.output, transport.get_returncode(), transport.is_closing())
    for method in (transport.kill, transport.terminate, lambda: transport.send_signal(15)):
        try:
            method()
        except ProcessLookupError:
            print("it is gone")

    for end in ("terminate", "kill", "close"):
        transport, protocol = await loop.subprocess_exec(Protocol, "sleep", "50", stdin=None, stdout=None)
        print(end, transport.get_pipe_transport(0), transport.get_pipe_transport(1))
        getattr(transport, end)()
        await protocol.wait()

    await refused(loop.subprocess_exec(Protocol, 5))
    await refused(loop.subprocess_exec(Protocol, "true", text=True))
    await refused(loop.subprocess_exec(Protocol, "true", shell=True))
    await refused(loop.subprocess_exec(Protocol, "/no/such/program"))
    await refused(loop.subprocess_shell(Protocol, 5))
    await refused(loop.subprocess_shell(Protocol, "true", shell=False))


asyncio.run(main())
