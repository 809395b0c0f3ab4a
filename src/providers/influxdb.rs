//! InfluxDB: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "influxdb",
    name: "InfluxDB",
    kind: Kind::Application,
    sources: &[Source::of(
        "https://docs.influxdata.com/influxdb/v1/tools/api/",
        "2026-11-30",
    )],
    marks: &[
        Mark::Header("x-influxdb-version"),
        Mark::Header("x-influxdb-build"),
        Mark::Realm("Basic", "InfluxDB"),
    ],
    ..Provider::BARE
};
