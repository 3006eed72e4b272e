# //, % and divmod of floats: signs and zeros.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: (7.5 // 2, -7.5 // 2, 7.5 // -2, -7.5 // -2))
show(lambda: (7.5 % 2, -7.5 % 2, 7.5 % -2, -7.5 % -2))
show(lambda: (divmod(-1e-20, 3.0), divmod(1e300, 1e-10)[1], divmod(0.0, -3.0)))
show(lambda: (-0.0 // 1, 0.0 // -1.0, -0.0 % 5, 0.0 % -5.0))
show(lambda: (float('inf') // 1, 1 // float('inf'), -1 // float('inf'), -1 % float('inf'), 1 % float('-inf')))
show(lambda: (float('nan') // 1, 5 % float('inf')))
show(lambda: 1.0 // 0)
show(lambda: 1.0 % 0)
show(lambda: divmod(1.0, 0))
show(lambda: 1.0 / 0)
show(lambda: 10**30 / 0.0)
show(lambda: (0.3 // 0.1, 0.3 % 0.1, 1 // 0.1))
show(lambda: 10**400 // 2.0)
show(lambda: 2.0 % 10**400)
