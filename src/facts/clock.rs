//! The server's clock against the device's.

use crate::exchange::Entry;
use crate::http::date;

/// Two clocks. Seconds since 1970, of the moment when the answer was made.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    /// The server's: `Date` (RFC 9110, 6.6.1).
    pub server: Option<f64>,
    /// The device's.
    pub device: Option<f64>,
    /// How far the comparison may be wrong, in seconds: the round trip, and the second that `Date` rounds to.
    pub uncertainty: f64,
}

/// Verifiers commonly allow clocks to differ so much, in seconds.
pub const LEEWAY: f64 = 60.0;

impl Clock {
    /// The clocks at this entry.
    pub fn of(entry: &Entry) -> Self {
        let server = entry
            .response
            .header("date")
            .and_then(date::parse)
            .map(|seconds| seconds as f64);
        // A cache says by `Age` how long ago the answer was made (RFC 9111, 5.1).
        let age = entry
            .response
            .header("age")
            .and_then(|age| age.trim().parse::<f64>().ok())
            .filter(|age| *age >= 0.0)
            .unwrap_or(0.0);
        let device = entry.ended().map(|ended| ended as f64 / 1000.0 - age);
        let trip = entry.duration.unwrap_or(0.0).max(0.0) / 1000.0;
        Self {
            server,
            device,
            uncertainty: trip + 1.0,
        }
    }

    /// The time as the server sees it, else as the device does.
    pub fn now(&self) -> Option<f64> {
        self.server.or(self.device)
    }

    /// How far the device is ahead of the server, in seconds; negative where it is behind.
    pub fn ahead(&self) -> Option<f64> {
        Some(self.device? - self.server?)
    }

    /// Whether the clocks differ by more than can be explained, and than verifiers allow.
    pub fn differ(&self) -> bool {
        self.ahead()
            .is_some_and(|ahead| ahead.abs() > LEEWAY + self.uncertainty)
    }
}
