"""The package that concurrent.futures lies in."""
