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
    /// Deletes cookies that went with the request, then opens where to sign in.
    Forget {
        /// As of [`Action::SignIn`].
        url: String,
        /// What goes, and nothing beside it.
        cookies: Vec<Named>,
    },
    /// Loads the page from its `https` address.
    Secure,
    /// Copies a message for those who run the site.
    Support,
}

/// A cookie of the jar, without its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Its name.
    pub name: String,
    /// Its domain as the jar has it, with a leading dot unless it is of one host.
    pub domain: String,
    /// Its path.
    pub path: String,
}
