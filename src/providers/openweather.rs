//! OpenWeather: a service with an API.

use crate::providers::{Goal, Kind, Link, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "openweather",
    name: "OpenWeather",
    kind: Kind::Api,
    docs: &["openweathermap.org"],
    links: &[
        Link::to(Goal::Keys, "https://home.openweathermap.org/api_keys"),
        Link::to(Goal::Errors, "https://openweathermap.org/faq#error401"),
    ],
    sources: &[
        Source::of("https://openweathermap.org/faq.md", "2026-11-21"),
        Source::of(
            "https://github.com/Akylas/oss-weather/issues/57",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/talkpython/100daysofweb-with-python-course/issues/7",
            "2026-11-21",
        ),
    ],
    hosts: &["api.openweathermap.org"],
    marks: &[],
    says: &[
        Saying::names("subscription-required", "separate subscription"),
        Saying::names("subscription-required", "please note that using one call"),
        Saying::names("api-key-invalid", "invalid api key ~6 faq"),
        Saying::names("subscription-required", "requires a separate subscription"),
    ],
    ..Provider::BARE
};
