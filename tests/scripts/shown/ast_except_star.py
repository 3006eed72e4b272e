# bide-only: shows what `bide ast` prints
# bide: ast
try:
    work()
except* (ValueError, KeyError) as caught:
    raise
except* OSError:
    pass
else:
    print("else")
finally:
    print("finally")
