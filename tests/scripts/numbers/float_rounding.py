# round() of floats: exact, halves to even.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: (round(0.5), round(1.5), round(2.5), round(-0.5), round(-1.5), round(1e300) == int(1e300)))
show(lambda: (round(2.675, 2), round(0.15, 1), round(0.25, 1), round(0.35, 1), round(1.005, 2), round(5e-324, 300)))
show(lambda: (round(12345.678, -2), round(150.0, -2), round(250.0, -2), round(-250.0, -2), round(5e15, -16), round(6e15, -16)))
show(lambda: (round(1e22, 2), round(123.456, 400), round(123.456, -400), round(-0.04, 1), round(float('inf'), 2)))
show(lambda: round(float('inf')))
show(lambda: round(float('nan')))
show(lambda: round(1.7976931348623157e308, -308))
show(lambda: (round(1.5, None), round(1.5, True)))
show(lambda: round(1.5, '1'))
show(lambda: round('x'))
