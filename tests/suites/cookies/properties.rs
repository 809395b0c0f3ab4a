//! What holds for any input.

use proptest::prelude::*;
use why401::cookie::set_cookie::SetCookie;
use why401::cookie::target::{Target, resolve};
use why401::cookie::verdict::{sending, storing};
use why401::cookie::{date, header, host, path, suffix};
use why401::exchange::{Entry, Exchange, Field, JarCookie, Page, Request, Response};

fn field(name: &str, value: &str) -> Field {
    Field {
        name: name.to_owned(),
        value: value.to_owned(),
    }
}

proptest! {
    #[test]
    fn no_text_is_too_odd(text in any::<String>(), other in any::<String>()) {
        let _ = SetCookie::parse(&text);
        let _ = date::parse(&text);
        let _ = header::pairs(&text).count();
        let _ = suffix::registrable(&host::canonical(&text));
        let _ = Target::parse(&format!("https://{text}"));
        let _ = Target::parse(&resolve(&text, &other));
        let _ = path::path_match(path::default_path(&text), &other);
    }

    #[test]
    fn a_date_is_never_before_its_first_year(text in "[0-9a-zA-Z:, -]{0,40}") {
        prop_assert!(date::parse(&text).is_none_or(|seconds| seconds >= -11_644_473_600));
    }

    #[test]
    fn no_exchange_is_too_odd(url in any::<String>(), rest in "[a-z.]{0,12}", line in any::<String>(), page in any::<String>()) {
        let entry = Entry {
            request: Request {
                url: format!("https://{rest}/{url}"),
                headers: Some(vec![field("cookie", &line), field("sec-fetch-site", &page)]),
                ..Request::default()
            },
            response: Response { status: 302, headers: Some(vec![field("set-cookie", &line), field("location", &url)]), ..Response::default() },
            ..Entry::default()
        };
        let cookie = JarCookie { name: line.clone(), domain: rest, path: url, ..JarCookie::default() };
        let exchange = Exchange {
            jar: Some(vec![cookie.clone(), cookie]),
            page: Some(Page { url: page.clone(), frames: vec![page] }),
            entries: vec![entry.clone(), entry],
            ..Exchange::default()
        };
        for index in 0..3 {
            let cookies = sending(&exchange, index);
            prop_assert!(cookies.iter().all(|verdict| verdict.sent == verdict.reasons.is_empty() || !verdict.warnings.is_empty()));
            prop_assert!(storing(&exchange, index).iter().all(|verdict| !verdict.stored || verdict.reasons.is_empty()));
        }
    }

    #[test]
    fn what_is_printed_is_read_back(
        name in "[!#-+.-:<-~]{0,8}",
        value in "[!#-+.-:<-~]{0,8}",
        domain in proptest::option::of("[a-z.]{1,10}"),
        path in proptest::option::of("/[a-z/]{0,10}"),
        max_age in proptest::option::of(any::<i32>()),
        flags in any::<[bool; 3]>(),
        same_site in 0..4_usize,
    ) {
        let [secure, http_only, partitioned] = flags;
        let same_site = ["", "; samesite=none", "; SameSite=Lax", "; SameSite=STRICT"][same_site];
        let mut cookie = SetCookie::parse(&format!("{name}={value}{same_site}"));
        cookie.domain = domain;
        cookie.path = path;
        cookie.max_age = max_age.map(i64::from);
        cookie.secure = secure;
        cookie.http_only = http_only;
        cookie.partitioned = partitioned;
        prop_assert_eq!(SetCookie::parse(&cookie.to_string()), cookie);
    }

    #[test]
    fn a_registrable_domain_is_the_end_of_its_host(name in "([a-z]{1,5}\\.){0,4}(com|co\\.uk|github\\.io|kawasaki\\.jp|localhost)") {
        if let Some(domain) = suffix::registrable(&name) {
            prop_assert!(name.ends_with(domain));
            prop_assert_eq!(suffix::registrable(domain), Some(domain));
        }
    }
}
