// The observer works from its page; the browsers only want a background to be named.
