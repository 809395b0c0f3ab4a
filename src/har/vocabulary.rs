//! Words of the format and what they stand for; one table for both directions.

use crate::exchange::{Cut, LossCause, Resource, SameSite, ThirdPartyCookies};

pub(super) const RESOURCES: &[(&str, Resource)] = &[
    ("document", Resource::Document),
    ("fetch", Resource::Fetch),
    ("xhr", Resource::Xhr),
    ("preflight", Resource::Preflight),
    ("websocket", Resource::WebSocket),
    ("eventsource", Resource::EventSource),
    ("script", Resource::Script),
    ("stylesheet", Resource::Stylesheet),
    ("image", Resource::Image),
    ("font", Resource::Font),
    ("media", Resource::Media),
    ("manifest", Resource::Manifest),
    ("ping", Resource::Ping),
    ("other", Resource::Other),
];

pub(super) const SAME_SITES: &[(&str, SameSite)] = &[
    ("no_restriction", SameSite::None),
    ("lax", SameSite::Lax),
    ("strict", SameSite::Strict),
    ("unspecified", SameSite::Unspecified),
];

pub(super) const LOSSES: &[(&str, LossCause)] = &[
    ("expired", LossCause::Expired),
    ("expired_overwrite", LossCause::ExpiredOverwrite),
    ("explicit", LossCause::Explicit),
    ("evicted", LossCause::Evicted),
    ("overwrite", LossCause::Overwrite),
    ("unknown", LossCause::Unknown),
];

pub(super) const CUTS: &[(&str, Cut)] = &[
    ("address", Cut::Address),
    ("value", Cut::Value),
    ("challenges", Cut::Challenges),
    ("set-cookies", Cut::SetCookies),
    ("fields", Cut::Fields),
];

pub(super) const THIRD_PARTY: &[(&str, ThirdPartyCookies)] = &[
    ("allowed", ThirdPartyCookies::Allowed),
    ("blocked", ThirdPartyCookies::Blocked),
    ("partitioned", ThirdPartyCookies::Partitioned),
];

pub(super) fn meaning<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    table
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(word))
        .map(|(_, value)| *value)
}

pub(super) fn word<T: Copy + PartialEq>(table: &[(&'static str, T)], value: T) -> &'static str {
    table
        .iter()
        .find(|(_, known)| *known == value)
        .map_or("", |(word, _)| word)
}
