//! The tenant in an issuer's address, of platforms that name it in the path: which organisation's sign-in is meant.

use super::credential;
use crate::http::url::Url;
use crate::knowledge::{self, Trait};
use crate::redact::judge;

/// The tenant in lower case, unless the address is none of the platform's or stands for any tenant.
pub fn tenant(address: &str) -> Option<String> {
    let url = Url::parse(address)?;
    let mut known = knowledge::ALL
        .iter()
        .filter(|one| one.has(Trait::TenantInPath))
        .flat_map(|one| one.issuers);
    if !known.any(|host| *host == url.host) {
        return None;
    }
    let tenant = url.path.split('/').find(|part| !part.is_empty())?;
    let any = matches!(tenant, "common" | "organizations" | "consumers");
    let plain = credential::is_uuid(tenant) || is_domain(tenant);
    (!any && plain).then(|| tenant.to_ascii_lowercase())
}

/// A domain whose labels read like words, such as `contoso.onmicrosoft.com`.
fn is_domain(text: &str) -> bool {
    text.contains('.')
        && text.len() <= 64
        && text
            .split('.')
            .all(|label| judge::reads_like_words(label, judge::Bar::Readable))
}

#[cfg(test)]
mod tests {
    use super::tenant;

    #[test]
    fn only_one_organisation_is_a_tenant() {
        let id = "b6cc8f32-0d28-41cd-beb7-3a18c4775049";
        assert_eq!(
            tenant(&format!("https://login.windows.net/{id}")).as_deref(),
            Some(id)
        );
        assert_eq!(
            tenant(&format!("https://login.microsoftonline.com/{id}/v2.0")).as_deref(),
            Some(id)
        );
        for other in [
            "https://login.microsoftonline.com/common/oauth2/authorize",
            "https://login.example/b6cc8f32",
            "https://login.windows.net/",
            "login",
        ] {
            assert_eq!(tenant(other), None, "{other}");
        }
    }
}
