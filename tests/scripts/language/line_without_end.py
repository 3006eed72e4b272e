# A file that ends without a newline, in the midst of a block.
if True:
    print("last line")