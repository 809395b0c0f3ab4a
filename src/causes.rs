//! The one ordered list of causes.
//!
//! A cause is one file: what it is called, what servers say who mean it, when it holds, with what evidence and
//! confidence, and how it is mended by whom. Its words stand in the `.md` of the same name. The order is the
//! prior: where nothing else decides between two findings, the earlier one stands first.

use crate::facts::Facts;
use crate::speech::Saying;

mod finding;

pub use finding::{Evidence, Finding, Fix, Trust};

/// A cause of a 401.
#[derive(Debug)]
pub struct Cause {
    /// Its id: a contract, it never changes its meaning.
    pub id: &'static str,
    /// What servers say who mean it.
    pub says: &'static [Saying],
    /// Whether it holds, and why.
    pub examine: fn(&Facts<'_>) -> Option<Finding>,
}

macro_rules! causes {
    ($($family:ident: $($cause:ident)*;)*) => {
        $(
            #[doc = concat!("The family `", stringify!($family), "`.")]
            pub mod $family {
                $(#[doc = concat!("The cause `", stringify!($cause), "`.")] pub mod $cause;)*
            }
        )*

        /// All causes; the order is the prior.
        pub static ALL: &[&Cause] = &[$($(&$family::$cause::CAUSE,)*)*];

        /// The words and the page of each cause, by its id.
        #[cfg(feature = "cli")]
        pub static PAGES: &[(&str, &str)] = &[$($((
            $family::$cause::CAUSE.id,
            include_str!(concat!("causes/", stringify!($family), "/", stringify!($cause), ".md")),
        ),)*)*];
    };
}

causes! {
    sent: no_credentials authorization_missing;
}
