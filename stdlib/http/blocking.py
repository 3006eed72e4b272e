"""Requests over blocking sockets, for urllib.request and requests: connections are kept and used again."""
import socket

from http.messages import BadMessage, Disconnected, drive, head_bytes, keeps_alive, read_response


class Connection:
    """A socket, and what has been read from it ahead."""

    def __init__(self, host, port, timeout):
        self._sock = socket.create_connection((host, port), timeout)
        self._ahead = b""

    def close(self):
        self._sock.close()

    def set_timeout(self, timeout):
        self._sock.settimeout(timeout)

    def send(self, data):
        self._sock.sendall(data)

    def _fill(self):
        more = self._sock.recv(65536)
        self._ahead += more
        return bool(more)

    def _take(self, count):
        data, self._ahead = self._ahead[:count], self._ahead[count:]
        return data

    def readline(self):
        while (end := self._ahead.find(b"\n") + 1) == 0:
            if not self._fill():
                return self._take(len(self._ahead))
        return self._take(end)

    def read(self, count=None):
        if count is not None and len(self._ahead) >= count:
            return self._take(count)
        parts, there = [self._ahead], len(self._ahead)
        self._ahead = b""
        while count is None or there < count:
            more = self._sock.recv(65536)
            if not more:
                break
            parts.append(more)
            there += len(more)
        data = b"".join(parts)
        if count is not None and there > count:
            data, self._ahead = data[:count], data[count:]
        return data


class Pool:
    """Connections that wait for their next request, by host and port."""

    def __init__(self):
        self._idle = {}

    def close(self):
        for connections in self._idle.values():
            for connection in connections:
                connection.close()
        self._idle.clear()

    def exchange(self, host, port, method, target, headers, body, timeout):
        """Send a request, return (version, status, reason, headers, body). A kept connection that has died meanwhile is
        replaced by a new one. OSError, BadMessage or Disconnected where it fails."""
        request = head_bytes(f"{method} {target} HTTP/1.1", headers) + body
        idle = self._idle.setdefault((host, port), [])
        while True:
            kept = bool(idle)
            connection = idle.pop() if kept else Connection(host, port, timeout)
            try:
                connection.set_timeout(timeout)
                connection.send(request)
                answer = drive(read_response(method), connection)
            except (Disconnected, ConnectionError):
                connection.close()
                if not kept:
                    raise
            except:
                connection.close()
                raise
            else:
                break
        version, _, _, answered, _ = answer
        ends = "Content-Length" in answered or answered.has_word("Transfer-Encoding", "chunked") or method == "HEAD"
        if ends and keeps_alive(version, answered) and not headers.has_word("Connection", "close"):
            idle.append(connection)
        else:
            connection.close()
        return answer
