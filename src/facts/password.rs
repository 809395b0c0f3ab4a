//! Whether the password was changed after the credentials of the failing request had been given out.

use crate::exchange::Entry;
use crate::facts::Facts;
use crate::facts::history::is_accepted;
use crate::facts::names::changes_password;
use crate::http::url::Url;

impl Facts<'_> {
    /// Whether somebody changed the password in between: the same credentials were carried by the change itself or before
    /// it, and nobody has signed in since. Many servers then end what they gave out before.
    pub fn password_changed_since(&self) -> bool {
        let before = self.exchange.entries.iter().take(self.failing.index);
        let mut changes = before
            .enumerate()
            .filter(|(_, entry)| is_accepted(entry) && self.is_of_this_host(entry))
            .filter(|(_, entry)| changes_password(&entry.request));
        changes.next_back().is_some_and(|(at, _)| {
            let since = |sign_in: &usize| *sign_in > at;
            !self.history.sign_ins.iter().any(since) && self.carried_by(at)
        })
    }

    /// Whether this request or an earlier one carried what the failing one carries.
    fn carried_by(&self, at: usize) -> bool {
        let cookies = self.session_cookies();
        (0..=at).any(|earlier| {
            let carried = self.carried.at(earlier);
            let header =
                self.credentials.has_authorization() && carried.same_header_as(&self.credentials);
            header || cookies.iter().any(|cookie| carried.holds(cookie))
        })
    }

    fn is_of_this_host(&self, entry: &Entry) -> bool {
        Url::parse(&entry.request.url).is_some_and(|url| url.host == self.request.host())
    }
}
