# record: stderr
try:
    pass
except*:
    pass
