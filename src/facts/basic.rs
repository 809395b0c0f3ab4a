//! Whether a host is guarded by Basic or Digest, as its other requests show.

use crate::exchange::Entry;
use crate::facts::history::{is_accepted, same_request};
use crate::facts::{Credentials, Facts, said};
use crate::http::url::Url;

impl Facts<'_> {
    /// Another request of the same host was accepted with Basic or Digest, and this one carries something else or nothing.
    /// Chromium does not show the field that it writes itself: there the challenge before it does.
    pub fn is_host_with_basic(&self) -> bool {
        let earlier = self.exchange.entries.iter().take(self.failing.index);
        earlier.enumerate().any(|(at, entry)| {
            let here =
                Url::parse(&entry.request.url).is_some_and(|url| url.host == self.request.host());
            let basic = Credentials::of(&entry.request).basic_or_digest().is_some();
            here && is_accepted(entry) && (basic || was_challenged(self, at, entry))
        })
    }

    /// Whether nothing but Basic or Digest is offered, and the host took one of them for another request: the credential
    /// that this one carried stood in its place.
    pub fn is_basic_displaced(&self) -> bool {
        let mut offered = self.challenges.iter().peekable();
        offered.peek().is_some()
            && offered.all(|one| one.is("basic") || one.is("digest"))
            && self.credentials.basic_or_digest().is_none()
            && self.is_host_with_basic()
    }
}

/// Whether the first response to this request was a challenge that the browser meets by a password.
fn was_challenged(facts: &Facts<'_>, at: usize, entry: &Entry) -> bool {
    let earlier = facts.exchange.entries.iter().take(at);
    entry.challenged > 0
        || earlier
            .filter(|before| before.response.status == 401 && same_request(before, entry))
            .any(|before| {
                said::challenges(&before.response)
                    .iter()
                    .any(|one| one.is("basic") || one.is("digest"))
            })
}
