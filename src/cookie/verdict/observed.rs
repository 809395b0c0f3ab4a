//! Which cookies of the jar a `Cookie` field carried.

use std::collections::HashMap;

use super::sending::CookieVerdict;
use crate::exchange::JarCookie;

/// Gives each pair of the field to the cookie that it came from, and returns which cookies got one.
///
/// A cookie that the rules of host, path, time and partition exclude cannot have gone, whatever its name.
/// Of several cookies with one name, that of the same value goes first, then those that the rules let go.
pub(super) fn carried(
    field: &[(&str, &str)],
    cookies: &[(&JarCookie, CookieVerdict)],
) -> Vec<bool> {
    let mut carried = vec![false; cookies.len()];
    let mut left: HashMap<&str, Vec<&str>> = HashMap::new();
    for (name, value) in field {
        left.entry(name).or_default().push(value);
    }
    let possible =
        |verdict: &CookieVerdict| !verdict.reasons.iter().any(|reason| reason.is_fixed());
    let mut give = |by_value: bool, expected: bool| {
        for (got, (cookie, verdict)) in carried.iter_mut().zip(cookies) {
            if *got || !possible(verdict) || (expected && !verdict.expected) {
                continue;
            }
            let Some(values) = left.get_mut(cookie.name.as_str()) else {
                continue;
            };
            let place = if by_value {
                values.iter().position(|value| *value == cookie.value)
            } else {
                values.len().checked_sub(1)
            };
            if let Some(place) = place {
                values.remove(place);
                *got = true;
            }
        }
    };
    give(true, true);
    give(true, false);
    give(false, true);
    give(false, false);
    carried
}
