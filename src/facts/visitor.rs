//! Whether the session that was sent is one that every visitor gets.

use crate::exchange::Entry;
use crate::facts::Facts;
use crate::facts::history::is_accepted;

impl Facts<'_> {
    /// Whether nobody has signed in: all that was sent is a session cookie that this visit's first page set, as Rails and
    /// PHP do for everybody, and the person has sent nothing since that could have signed in.
    pub fn is_visitor_session(&self) -> bool {
        let credentials = &self.credentials;
        let cookies = self.session_cookies();
        !cookies.is_empty()
            && !credentials.has_authorization()
            && !credentials.has_key()
            && self.history.sign_ins.is_empty()
            && self.exchange.losses.is_empty()
            && cookies.iter().all(|cookie| {
                self.cookies.set.iter().any(|(at, set)| {
                    *at < self.failing.index
                        && set.name == cookie.name
                        && cookie.holds(&set.cookie.value)
                        && self.is_first_visit(*at, &cookie.name)
                })
            })
    }

    /// Whether the request at `at` only read, carried no cookie of this name, and nothing was changed since.
    fn is_first_visit(&self, at: usize, name: &str) -> bool {
        let entries = &self.exchange.entries;
        let carried = self.carried.at(at);
        let came_bare = !carried.unseen && !carried.has_cookie(name);
        let mut since = entries.iter().take(self.failing.index).skip(at);
        came_bare && !since.any(|entry| is_accepted(entry) && changes(entry))
    }
}

/// Whether a request may change something on the server (RFC 9110, 9.2.1).
fn changes(entry: &Entry) -> bool {
    !matches!(
        entry.request.method.to_ascii_uppercase().as_str(),
        "GET" | "HEAD" | "OPTIONS"
    )
}
