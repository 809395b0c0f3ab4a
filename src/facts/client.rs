//! What the request tells of the device and of the code that sent it.

use crate::exchange::Request;

/// The device's operating system, as `User-Agent` names it: one of `windows`, `mac`, `ios`, `android`, `chromeos`
/// and `linux`.
pub fn platform(request: &Request) -> Option<&'static str> {
    request.header("user-agent").and_then(platform_in)
}

/// The operating system that a `User-Agent` names.
pub fn platform_in(agent: &str) -> Option<&'static str> {
    let agent = agent.to_ascii_lowercase();
    // Phones name the system that theirs descends from as well, so they are asked for first.
    let known = [
        ("android", "android"),
        ("iphone", "ios"),
        ("ipad", "ios"),
        ("ios", "ios"),
        ("cros ", "chromeos"),
        ("chromeos", "chromeos"),
        ("windows", "windows"),
        ("mac", "mac"),
        ("linux", "linux"),
    ];
    known
        .into_iter()
        .find(|(mark, _)| agent.contains(mark))
        .map(|(_, platform)| platform)
}

/// The library that sent the request, by the header fields that it sets of itself; `fetch` where none shows.
pub fn library(request: &Request) -> &'static str {
    let accept = request.header("accept").unwrap_or_default();
    let apollo = request.fields().iter().any(|field| {
        let name = field.name.to_ascii_lowercase();
        name.starts_with("apollographql-") || name == "apollo-require-preflight"
    });
    if apollo || accept.contains("application/graphql-response+json") {
        "apollo"
    } else if accept.starts_with("application/json, text/plain, */*") {
        // Angular's client accepts the same; the snippet for it stands among the others.
        "axios"
    } else if request
        .header("x-requested-with")
        .is_some_and(|value| value.eq_ignore_ascii_case("XMLHttpRequest"))
    {
        "xhr"
    } else {
        "fetch"
    }
}

#[cfg(test)]
mod tests {
    use super::{library, platform_in};
    use crate::exchange::{Field, Request};

    fn request(name: &str, value: &str) -> Request {
        Request {
            headers: Some(vec![Field {
                name: name.to_owned(),
                value: value.to_owned(),
            }]),
            ..Request::default()
        }
    }

    #[test]
    fn each_system_is_known_by_its_agent_and_by_its_own_name() {
        for (agent, platform) in [
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64)", "windows"),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", "mac"),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)",
                "ios",
            ),
            ("Mozilla/5.0 (Linux; Android 10; K)", "android"),
            ("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0)", "chromeos"),
            ("Mozilla/5.0 (X11; Linux x86_64)", "linux"),
        ] {
            assert_eq!(platform_in(agent), Some(platform), "{agent}");
            assert_eq!(platform_in(platform), Some(platform));
        }
        assert_eq!(platform_in("curl/8.0"), None);
    }

    #[test]
    fn each_library_is_known_by_what_it_sets() {
        assert_eq!(
            library(&request("accept", "application/json, text/plain, */*")),
            "axios"
        );
        assert_eq!(
            library(&request("X-Requested-With", "XMLHttpRequest")),
            "xhr"
        );
        assert_eq!(
            library(&request("apollographql-client-name", "web")),
            "apollo"
        );
        assert_eq!(library(&request("accept", "*/*")), "fetch");
    }
}
