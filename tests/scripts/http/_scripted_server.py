"""A server on blocking sockets that knows its answers by heart, for the scripts beside it."""
import socket
import threading
import time


def _read_request(sock):
    """(method, path, headers, body); None: there is none."""
    data = b""

    def upto(end):
        nonlocal data
        while end not in data:
            more = sock.recv(65536)
            if not more:
                raise EOFError
            data += more
        part, data = data.split(end, 1)
        return part

    def exactly(count):
        nonlocal data
        while len(data) < count:
            data += sock.recv(65536)
        part, data = data[:count], data[count:]
        return part

    method, path, _ = upto(b"\r\n").decode().split()
    headers = {}
    while line := upto(b"\r\n").decode():
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    body = b""
    if headers.get("transfer-encoding") == "chunked":
        while size := int(upto(b"\r\n"), 16):
            body += exactly(size)
            upto(b"\r\n")
    elif "content-length" in headers:
        body = exactly(int(headers["content-length"]))
    return method, path, headers, body


def _serve(sock, answers):
    """Answer one connection. An answer is bytes, pieces with pauses between, or a function of what was asked."""
    with sock:
        try:
            method, path, headers, body = _read_request(sock)
        except EOFError:
            return
        answer = answers[path]
        if callable(answer):
            asked = f"{method} {path} {headers.get('content-type')} {headers.get('x-mine')} {body!r}"
            answer = answer(asked.encode())
        for part in answer if isinstance(answer, list) else [answer]:
            if isinstance(part, float):
                time.sleep(part)
            else:
                sock.sendall(part)


def start(answers):
    """Serve in threads that end with the program: the address of the server."""
    listener = socket.create_server(("127.0.0.1", 0))

    def accept():
        while True:
            sock, _ = listener.accept()
            threading.Thread(target=_serve, args=(sock, answers), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return "http://127.0.0.1:%d" % listener.getsockname()[1]


def ok(body):
    return b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
