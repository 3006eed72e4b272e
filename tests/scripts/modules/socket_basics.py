"""Sockets: pairs, connections, timeouts, errors."""
import socket
a, b = socket.socketpair()
a.sendall(b"hello")
print(b.recv(100))
a.close()
print(b.recv(10))
b.close()
try:
    b.recv(1)
except OSError as e:
    print(type(e).__name__, e)
s = socket.create_server(("127.0.0.1", 0))
port = s.getsockname()[1]
c = socket.create_connection(("localhost", port))
d, addr = s.accept()
print(addr == c.getsockname(), d.getpeername() == addr, d.getsockname() == c.getpeername())
c.settimeout(0.01)
try: c.recv(1)
except TimeoutError as e: print(repr(e), isinstance(e, socket.timeout))
c.setblocking(False)
try: c.recv(1)
except BlockingIOError as e: print(repr(e))
print(c.gettimeout(), d.gettimeout(), c.getblocking())
d.sendall(b"x" * 10); c.setblocking(True); print(c.recv(4), c.recv(100))
d.shutdown(socket.SHUT_WR); print(c.recv(1))
for x in (c, d, s): x.close()
try:
    socket.create_connection(("127.0.0.1", port))
except OSError as e: print(repr(e))
for bad in (("127.0.0.1",), "x", ("127.0.0.1", 70000), (1, 2), ("127.0.0.1", "80")):
    s = socket.socket()
    try: s.connect(bad)
    except Exception as e: print(type(e).__name__, e)
    s.close()
try: s.connect(("127.0.0.1", 80))
except OSError as e: print(e)
try: socket.getaddrinfo("no.such.host.invalid", 80)
except socket.gaierror as e: print(type(e), e.errno == socket.EAI_NONAME or e.errno)
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as u:
    u.bind(("127.0.0.1", 0)); u.sendto(b"dg", u.getsockname()); print(u.recvfrom(100)[0])
print(u.fileno(), u)
try: a.sendall("x")
except TypeError as e: print(e)
