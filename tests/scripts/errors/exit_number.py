# SystemExit with a number is the exit status; nothing is printed.
# record: stderr
import sys


def leave():
    try:
        sys.exit(3)
    finally:
        print("finally runs")


print("before")
leave()
print("never")
