"""What a user can do, one verb each. Services own every transaction; window and command line only call them."""
