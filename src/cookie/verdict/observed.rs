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
    // How many pairs nobody has got yet: of each name, and of each name with its value.
    let mut named: HashMap<&str, usize> = HashMap::new();
    let mut equal: HashMap<(&str, &str), usize> = HashMap::new();
    for (name, value) in field {
        *named.entry(name).or_default() += 1;
        *equal.entry((name, value)).or_default() += 1;
    }
    let possible =
        |verdict: &CookieVerdict| !verdict.reasons.iter().any(|reason| reason.is_fixed());
    let mut give = |by_value: bool, expected: bool| {
        for (got, (cookie, verdict)) in carried.iter_mut().zip(cookies) {
            if *got || !possible(verdict) || (expected && !verdict.expected) {
                continue;
            }
            let (name, value) = (cookie.name.as_str(), cookie.value.as_str());
            if by_value {
                *got = take(equal.get_mut(&(name, value))) && take(named.get_mut(name));
            } else {
                *got = take(named.get_mut(name));
            }
        }
    };
    give(true, true);
    give(true, false);
    give(false, true);
    give(false, false);
    carried
}

/// Takes one away where one is left.
fn take(left: Option<&mut usize>) -> bool {
    match left {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    }
}
