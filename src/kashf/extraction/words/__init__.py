"""Words: tokens taken apart, looked up, and settled on one reading by what stands before and behind."""
