"""Links from the reference individuals to authorities outside: made from frozen extracts, written as SSSOM."""
