//! What a button can do about a problem, once it is clicked.

use serde::Serialize;

/// A fix that the browser can carry out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Action {
    /// Loads the page again.
    Reload,
    /// Opens where to sign in, in a tab beside the page.
    SignIn {
        /// `https://app.example.com/login`, without a query.
        url: String,
    },
    /// Opens another host in a tab beside the page.
    Open {
        /// `https://app.example.com/`.
        url: String,
    },
    /// Loads the page from its `https` address.
    Secure,
    /// Copies a message for those who run the site.
    Support,
}
