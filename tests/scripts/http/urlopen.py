"""urllib.request.urlopen() against a server of one's own: bodies by length, by chunks, to the end; redirects; errors."""
import asyncio
import threading
import urllib.error
import urllib.request

ANSWERS = {
    "/length": b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nhello",
    "/chunks": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n5;x=y\r\ndefgh\r\n0\r\nTrailer: x\r\n\r\n",
    "/end": b"HTTP/1.0 200 Fine\r\n\r\nto the end",
    "/missing": b"HTTP/1.1 404 Not Found\r\nContent-Length: 7\r\n\r\nnothing",
    "/broken": b"HTTP/1.1 500 Oh dear\r\nContent-Length: 0\r\n\r\n",
    "/moved": b"HTTP/1.1 302 Found\r\nLocation: length\r\nContent-Length: 0\r\n\r\n",
    "/empty": b"HTTP/1.1 204 No Content\r\n\r\n",
    "/lines": b"HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\none\ntwo\nend\n",
}


async def serve(reader, writer):
    head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    method, target, _ = head[0].split()
    headers = dict(line.lower().split(": ", 1) for line in head[1:] if line)
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    if target == "/echo":
        answer = f"{method} {headers.get('content-type')} {headers.get('x-mine')} ".encode() + body
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(answer) + answer)
    elif target != "/silence":
        writer.write(ANSWERS[target])
    await writer.drain()
    writer.close()


def server(ready):
    async def main():
        async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
            stop = asyncio.Event()
            ready.append((server.sockets[0].getsockname()[1], asyncio.get_running_loop(), stop))
            started.set()
            await stop.wait()
    asyncio.run(main())


started = threading.Event()
ready = []
thread = threading.Thread(target=server, args=(ready,))
thread.start()
started.wait()
port, loop, stop = ready[0]
base = f"http://127.0.0.1:{port}"


def attempt(url, *args, **kwargs):
    try:
        with urllib.request.urlopen(url, *args, **kwargs) as answer:
            print(answer.status, answer.reason, answer.read(), answer.geturl().replace(base, ""))
    except urllib.error.HTTPError as error:
        print("HTTPError", error, error.code, error.read())
    except urllib.error.URLError as error:
        print("URLError", str(error).replace(str(port), "PORT"))
    except (OSError, ValueError) as error:
        print(type(error).__name__, error)


for path in ("/length", "/chunks", "/end", "/missing", "/broken", "/moved", "/empty"):
    attempt(base + path)
with urllib.request.urlopen(base + "/lines") as answer:
    print([line for line in answer], answer.headers["content-length"], answer.getheader("none", "default"))
with urllib.request.urlopen(base + "/length") as answer:
    print(answer.read(2), answer.readline(), answer.read(), answer.headers.get("Content-Type"))
attempt(base + "/echo", b"data")
attempt(urllib.request.Request(base + "/echo", headers={"X-Mine": "yes"}))
attempt(urllib.request.Request(base + "/echo", data=b"{}", headers={"Content-Type": "application/json"}, method="PUT"))
attempt("no scheme")
attempt("http://127.0.0.1:1/")
loop.call_soon_threadsafe(stop.set)
thread.join()
