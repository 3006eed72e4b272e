# int() and float() of one another, and of text.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: (int(1e300), int(-1e25), int(2.0**62), int(-(2.0**62))))
show(lambda: int(float('inf')))
show(lambda: int(float('nan')))
show(lambda: float('1' * 400))
show(lambda: (float(10**308), float(-10**308)))
show(lambda: float(10**309))
show(lambda: (float(2**53 + 1), float(2**54 + 2), float(2**54 + 6)))
show(lambda: (float('1_000.5'), float('  -2.5e-3\n'), float('.5'), float('5.'), float('1e400'), float('-1e-400')))
show(lambda: (float('infinity'), float('-InF'), float('nan'), float('+nan')))
show(lambda: float('1__0'))
show(lambda: float(''))
show(lambda: float('1e'))
show(lambda: float('0x10'))
show(lambda: float('１.５'))
show(lambda: (float('9007199254740993'), float('4.9e-324'), float('2.4703282292062327208e-324'), float('2.47e-324')))
