//! Default path and path-match: RFC 6265bis 5.1.4.

/// The default path of a cookie that the URL path `url_path` sets.
pub fn default_path(url_path: &str) -> &str {
    if !url_path.starts_with('/') {
        return "/";
    }
    match url_path.rsplit_once('/') {
        Some((directory, _)) if !directory.is_empty() => directory,
        _ => "/",
    }
}

/// Whether the request path `request` path-matches the cookie's path `cookie`.
pub fn path_match(request: &str, cookie: &str) -> bool {
    match request.strip_prefix(cookie) {
        Some(rest) => rest.is_empty() || cookie.ends_with('/') || rest.starts_with('/'),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{default_path, path_match};

    #[test]
    fn the_default_path_is_the_directory_of_the_url() {
        assert_eq!(default_path("/a/b/c"), "/a/b");
        assert_eq!(default_path("/a/"), "/a");
        assert_eq!(default_path("/a"), "/");
        assert_eq!(default_path(""), "/");
        assert_eq!(default_path("a/b"), "/");
    }

    #[test]
    fn a_path_matches_at_segment_borders_only() {
        assert!(path_match("/api", "/api"));
        assert!(path_match("/api/me", "/api"));
        assert!(path_match("/api/me", "/api/"));
        assert!(!path_match("/apiary", "/api"));
        assert!(!path_match("/api", "/api/"));
        assert!(path_match("/anything", "/"));
    }
}
