//! OpenWeather: a service with an API.

use crate::providers::{Kind, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "openweather",
    name: "OpenWeather",
    kind: Kind::Api,
    hosts: &["api.openweathermap.org"],
    marks: &[],
    says: &[
        Saying::names("api-key-invalid", "cod 401 message invalid api key"),
        Saying::names("subscription-required", "separate subscription"),
        Saying::names("subscription-required", "please note that using one call"),
        Saying::names("api-key-invalid", "invalid api key ~6 faq"),
        Saying::names("subscription-required", "requires a separate subscription"),
    ],
    ..Provider::BARE
};
