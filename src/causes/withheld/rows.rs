//! The rules that causes share which each explain one reason for which cookies are rejected or withheld.
//!
//! The surest stands first: `rows: &[rejected_at_sign_in(WHY), rejected(WHY), rejected_perhaps(WHY), …]`.

use super::deciding::{self, Kept};
use super::reason::Reason;
use super::{sure, wanted};
use crate::causes::{Rule, Signal, Trust};
use crate::facts::names::Purpose;

const OTHER_HOST: Signal = Signal::Own("the cookie is of another host", sure::is_of_other_host);
const OTHER_PATH: Signal = Signal::Own("the cookie is of another path", sure::is_of_other_path);
const OTHER_APPLICATION: Signal = Signal::Own(
    "the cookie is of another application's session",
    sure::is_of_other_application,
);
const BESIDE_ITS_SESSION: Signal = Signal::Own(
    "this host and path has a session cookie of its own",
    sure::is_beside_its_session,
);
const WORKS_WITHOUT: Signal = Signal::Own(
    "the host works without a session cookie",
    wanted::works_without,
);
const WORKS_WITHOUT_THIS: Signal = Signal::Own(
    "the host works without this cookie",
    sure::works_without_this,
);
const WITHHELD_UNSURELY: Signal = Signal::Own(
    "that the browser withheld it is not known for sure",
    sure::is_withheld_unsurely,
);
const UNNAMED: Signal = Signal::Own(
    "its name does not say that it carries a session",
    sure::is_unnamed,
);
const FOREIGN: Signal = Signal::Own("no sign-in set it for this host and path", sure::is_foreign);
const NOT_ASKED_FOR: Signal = Signal::Own(
    "the server asks for no cookie, and the cookie was not seen set",
    sure::is_not_asked_for,
);
const REJECTED_UNSURELY: Signal = Signal::Own(
    "that the browser rejected it is not known for sure",
    sure::is_rejected_unsurely,
);
const OF_RENEWAL: Signal = Signal::Own(
    "the rejected cookie is for renewing, by its name",
    sure::is_rejected_for_renewal,
);
const OF_CSRF: Signal = Signal::Own(
    "the rejected cookie is that of the CSRF token that the server names",
    deciding::is_csrf_cookie_rejected,
);
const RENEWS: Signal = Signal::Own(
    "the request renews, or is the first without the token that the page sends otherwise",
    sure::is_renewal,
);
const NOT_OF_SIGN_IN: Signal = Signal::Own("no sign-in set it", sure::is_not_of_sign_in);

/// A renewal that came without its cookie failed for that.
pub(in crate::causes) const ON_RENEWAL: (&[Signal], &[&str]) =
    (&[Signal::Purpose(Purpose::Refresh)], &["refresh-failed"]);

/// What leaves it open whether the rejected cookie made the difference.
const OPEN_AFTER_REJECTION: &[Signal] = &[
    Signal::SessionCookieSent,
    Signal::OtherFaultNamed,
    WORKS_WITHOUT,
];

/// What leaves it open whether the withheld cookie made the difference.
pub(in crate::causes) const OPEN: &[Signal] = &[
    Signal::AuthorizationSent,
    Signal::KeySent,
    Signal::SessionCookieSent,
    OTHER_APPLICATION,
    Signal::OtherFaultNamed,
    WORKS_WITHOUT_THIS,
];

/// What a cookie explains that was rejected or withheld, if that is more than possible.
pub(in crate::causes) const EXPLAINED: &[&str] = &[
    "no-credentials",
    "authorization-missing",
    "cookie-missing",
    "session-expired",
    "token-invalid",
];

/// What the rejected cookie of a renewal explains.
const EXPLAINED_OF_RENEWAL: &[&str] = &[
    "refresh-failed",
    "no-credentials",
    "authorization-missing",
    "cookie-missing",
    "session-expired",
    "token-invalid",
];

/// The cookie of the token against forged requests was rejected, and that token is what the server misses.
pub(in crate::causes) const fn rejected_for_csrf(reason: Reason) -> Rule {
    Rule::likely("rejected-for-csrf", Trust::Browser)
        .about(Kept::Rejected(reason))
        .variant("store")
        .when(&[OF_CSRF])
}

/// The cookie of a sign-in was rejected, and nothing speaks against it.
pub(in crate::causes) const fn rejected_at_sign_in(reason: Reason) -> Rule {
    Rule::certain("rejected-at-sign-in", Trust::Browser)
        .about(Kept::Rejected(reason))
        .variant("store")
        .unless(&[
            Signal::SessionCookieSent,
            Signal::OtherFaultNamed,
            WORKS_WITHOUT,
            REJECTED_UNSURELY,
            NOT_OF_SIGN_IN,
        ])
        .hides(EXPLAINED)
}

/// The cookie by which tokens are renewed was rejected when the person signed in, and a renewal came without anything: what
/// the server says of it, such as "refresh token missing", and that tokens are accepted, speak of the same.
pub(in crate::causes) const fn rejected_for_renewal(reason: Reason) -> Rule {
    Rule::certain("rejected-for-renewal", Trust::Browser)
        .about(Kept::Rejected(reason))
        .variant("store")
        .when(&[Signal::NothingSent, OF_RENEWAL, RENEWS])
        .unless(&[REJECTED_UNSURELY, NOT_OF_SIGN_IN])
        .hides(EXPLAINED_OF_RENEWAL)
}

/// The same, where the browser's rule is not one that can be recomputed: whether a sign-in was sent without credentials is
/// known only by what it did not carry.
pub(in crate::causes) const fn rejected_for_renewal_unsurely(reason: Reason) -> Rule {
    Rule::likely("rejected-for-renewal-unsurely", Trust::Browser)
        .about(Kept::Rejected(reason))
        .variant("store")
        .when(&[Signal::NothingSent, OF_RENEWAL, RENEWS])
        .unless(&[NOT_OF_SIGN_IN])
        .hides(EXPLAINED_OF_RENEWAL)
}

/// A cookie was rejected, and nothing else explains the failure.
pub(in crate::causes) const fn rejected(reason: Reason) -> Rule {
    Rule::likely("rejected", Trust::Browser)
        .about(Kept::Rejected(reason))
        .variant("store")
        .unless(OPEN_AFTER_REJECTION)
        .hides(EXPLAINED)
}

/// A cookie was rejected, and the request may have failed for something else.
pub(in crate::causes) const fn rejected_perhaps(reason: Reason) -> Rule {
    Rule::possible("rejected-perhaps", Trust::Browser)
        .about(Kept::Rejected(reason))
        .variant("store")
        .hides(&["cookie-missing"])
}

/// The session's cookie was withheld by a rule that can be recomputed, and nothing speaks against it.
pub(in crate::causes) const fn withheld_session(reason: Reason) -> Rule {
    Rule::certain("withheld-session", Trust::Browser)
        .about(Kept::Withheld(reason))
        .unless(&[
            Signal::AuthorizationSent,
            Signal::KeySent,
            Signal::SessionCookieSent,
            OTHER_APPLICATION,
            Signal::OtherFaultNamed,
            WORKS_WITHOUT_THIS,
            WITHHELD_UNSURELY,
            UNNAMED,
            FOREIGN,
            NOT_ASKED_FOR,
        ])
        .hides(EXPLAINED)
        .hides_where(ON_RENEWAL)
}

/// A cookie was withheld, and nothing else explains the failure.
pub(in crate::causes) const fn withheld(reason: Reason) -> Rule {
    Rule::likely("withheld", Trust::Browser)
        .about(Kept::Withheld(reason))
        .unless(OPEN)
        .hides(EXPLAINED)
        .hides_where(ON_RENEWAL)
}

/// A cookie was withheld, and the request may have failed for something else.
pub(in crate::causes) const fn withheld_perhaps(reason: Reason) -> Rule {
    Rule::possible("withheld-perhaps", Trust::Browser)
        .about(Kept::Withheld(reason))
        .unless(&[
            Signal::AuthorizationSent,
            Signal::KeySent,
            OTHER_HOST,
            OTHER_PATH,
        ])
        .hides(&["cookie-missing"])
}

/// A cookie was withheld, but credentials of another kind went, or the cookie is of another host or path.
pub(in crate::causes) const fn withheld_aside(reason: Reason) -> Rule {
    Rule::possible("withheld-aside", Trust::Typical)
        .about(Kept::Withheld(reason))
        .unless(&[BESIDE_ITS_SESSION])
        .hides(&["cookie-missing"])
}

/// Another cookie than the deciding one was withheld for this reason.
pub(in crate::causes) const fn another_withheld(reason: Reason) -> Rule {
    Rule::possible("another-withheld", Trust::Browser)
        .about(Kept::AnotherOnPath(reason))
        .unless(&[Signal::KeySent])
        .hides(&["cookie-missing"])
}

/// Another cookie was withheld, but a key went, or the cookie is of another path.
pub(in crate::causes) const fn another_withheld_aside(reason: Reason) -> Rule {
    Rule::possible("another-withheld-aside", Trust::Typical)
        .about(Kept::Another(reason))
        .hides(&["cookie-missing"])
}
