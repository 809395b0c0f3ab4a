//! What is known of products and of what servers say: data files, checked and packed when the core is built.
//!
//! `products/<id>.toml` holds what is known of one product, `phrases/<language>.toml` what unknown servers say in one
//! language, `answers/<product>.toml` which responses a product is known to send. `pack.rs` makes tables of them; here is how these are read.

mod answers;
mod mark;
mod product;
mod rows;
mod search;
mod template;

#[cfg(feature = "cli")]
pub use answers::Record;
pub use answers::{KnownBody, KnownResponse, Maker, made, makers, response_by_id, responses};

pub use mark::{Mark, begins_with_words, known_beginning, marks_in, realm_in};
#[cfg(feature = "cli")]
pub use product::Source;
pub use product::{
    ALL, Goal, IdTokens, Issued, KeyPlace, Kind, Lifetime, Link, Overwrites, Product, Resource,
    Sign, Trait, belongs, is_access_address, is_access_cookie, is_challenge_header, is_csrf_header,
    is_identifier_header, is_key_header,
};
#[cfg(feature = "cli")]
pub use rows::Text;
pub use rows::{Meaning, Saying, Weight, by_id, sayings};
pub use search::said;
pub use template::Template;
