#!/usr/bin/env python3
# vim: set fileencoding=ascii :
# The coding line may stand second, in any words that hold coding: or coding=.
print("ascii", "\u00e9" == chr(233))
