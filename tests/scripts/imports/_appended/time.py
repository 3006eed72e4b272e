"""Is never found: time is inside."""
appended = True
