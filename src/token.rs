//! What kind of credential it is, and what it says of itself: decoded, never verified.
