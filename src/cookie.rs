//! The browser's cookie engine in miniature: what it stores, what it sends, and why not.
