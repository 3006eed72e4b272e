# int() from text in every base, of any length.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: int('123456789012345678901234567890'))
show(lambda: int('-123_456_789_012_345_678_901'))
show(lambda: int('  +99999999999999999999  '))
show(lambda: int('z' * 20, 36))
show(lambda: int('0x' + 'f' * 30, 16))
show(lambda: int('0x' + 'f' * 30, 0))
show(lambda: int('0b' + '10' * 50, 0))
show(lambda: int('0o' + '7' * 30, 8))
show(lambda: int('1' * 30, 2))
show(lambda: int('12' * 20, 3))
show(lambda: int('-' + '6' * 40, 7))
show(lambda: int('1__0' * 9))
show(lambda: int('123456789012345678901234567890x'))
show(lambda: int('9' * 30, 8))
show(lambda: int('00000000000000000000000', 0))
show(lambda: int('00000000000000000000001', 0))
show(lambda: int(b'123456789012345678901'))
show(lambda: int('１２３４５６７８９０１２３４５６７８９０１'))
show(lambda: int('1' * 5, 10**30))
show(lambda: int(10**30, 10))
show(lambda: int('x' * 250))
