# bide-only: shows what `bide dis` prints
# bide: dis
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
