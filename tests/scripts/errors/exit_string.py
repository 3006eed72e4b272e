# SystemExit with anything else is printed on standard error; the status is 1.
# record: stderr
import sys

print("before")
sys.exit("the reason, with é")
