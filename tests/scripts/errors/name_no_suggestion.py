# A name that is like no other gets no suggestion.
# record: stderr
x = 1
print(completely_unknown_thing)
