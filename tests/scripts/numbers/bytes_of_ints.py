# to_bytes and from_bytes.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: (10**30).to_bytes(13, 'big'))
show(lambda: (10**30).to_bytes(20, 'little'))
show(lambda: (-10**30).to_bytes(13, 'big', signed=True))
show(lambda: (-10**30).to_bytes(20, 'little', signed=True))
show(lambda: (10**30).to_bytes(12, 'big'))
show(lambda: (-10**30).to_bytes(20, 'big'))
show(lambda: (2**127).to_bytes(16, 'big', signed=True))
show(lambda: (-2**127).to_bytes(16, 'big', signed=True))
show(lambda: (-2**127 - 1).to_bytes(16, 'big', signed=True))
show(lambda: ((0).to_bytes(0, 'big'), (0).to_bytes(2)))
show(lambda: (10**30).to_bytes(-1, 'big'))
show(lambda: (10**30).to_bytes(10**30, 'big'))
show(lambda: int.from_bytes(b'\xff' * 20, 'big'))
show(lambda: int.from_bytes(b'\xff' * 20, 'big', signed=True))
show(lambda: int.from_bytes(b'\x00\x80', 'little', signed=True))
show(lambda: int.from_bytes(bytes(range(30)), 'little'))
show(lambda: int.from_bytes(b''))
show(lambda: int.from_bytes(range(20), 'big'))
show(lambda: int.from_bytes('abc', 'big'))
show(lambda: int.from_bytes(b'abc', 'middle'))
