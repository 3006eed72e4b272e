# SystemExit without a value, or None, is success.
# record: stderr
print("before")
try:
    raise SystemExit
except SystemExit as e:
    print(repr(e), e.code)
raise SystemExit(None)
