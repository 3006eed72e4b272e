# as_integer_ratio, hex, fromhex, is_integer.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: ((0.1).as_integer_ratio(), (1e300).as_integer_ratio()[1], (5e-324).as_integer_ratio()[1] == 2**1074))
show(lambda: ((-0.75).as_integer_ratio(), (0.0).as_integer_ratio(), (2.0**70).as_integer_ratio()))
show(lambda: float('inf').as_integer_ratio())
show(lambda: float('nan').as_integer_ratio())
show(lambda: ((0.1).hex(), (-1.0).hex(), (5e-324).hex(), (0.0).hex(), float('inf').hex(), (2.2250738585072014e-308).hex()))
show(lambda: (float.fromhex('0x1.8p1'), float.fromhex('-1p-1074'), float.fromhex('ff'), float.fromhex(' 0X.8 '), float.fromhex('inf')))
show(lambda: float.fromhex('0x1p1024'))
show(lambda: float.fromhex('0x1p1024g'))
show(lambda: float.fromhex('0x1p1g'))
show(lambda: float.fromhex('0x1.8p'))
show(lambda: float.fromhex('0x1.8 '))
show(lambda: float.fromhex('0x1.g'))
show(lambda: float.fromhex(''))
show(lambda: float.fromhex(1))
show(lambda: ((2.0).is_integer(), (2.5).is_integer(), float('inf').is_integer(), (1e300).is_integer()))
show(lambda: float.fromhex('0x1.fffffffffffff8p1023') if False else float.fromhex('0x1.fffffffffffff7p1023'))
