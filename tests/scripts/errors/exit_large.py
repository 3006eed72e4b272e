# An exit status is taken modulo 256.
# record: stderr
import sys

print("leaving")
sys.exit(-1)
