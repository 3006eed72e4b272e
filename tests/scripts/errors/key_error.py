# KeyError shows the repr of its key.
# record: stderr
ages = {"Ann": 30, ("a", 1): 2}
for key in ("Ann", ("a", 1)):
    print(ages[key])
for key in ("it's", 5, None, "line\nbreak", ("a", 2)):
    try:
        ages[key]
    except KeyError as e:
        print(e)
ages["Bob's \"quoted\" key"]
