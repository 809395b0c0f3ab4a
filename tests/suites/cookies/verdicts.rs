//! Whole exchanges: what went, what was kept, and why not.
