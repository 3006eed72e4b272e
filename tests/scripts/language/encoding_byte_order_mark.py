# A byte-order mark at the start of a UTF-8 file is passed over.
print(ascii("é"), __file__.endswith("mark.py"))
