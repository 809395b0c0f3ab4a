//! Credentials that tell by their prefix who issued them and what they are for, as their issuers publish it.

use std::fmt;

use table::SHAPED;

mod table;

pub use table::KNOWN;

/// What a credential of a known form is for; prints in kebab case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// A key that must stay on the server.
    SecretKey,
    /// A key that may stand in a page.
    PublishableKey,
    /// A secret key of a test or sandbox mode.
    TestSecretKey,
    /// A publishable key of a test or sandbox mode.
    TestPublishableKey,
    /// A token that a person made for themselves or for a script.
    PersonalToken,
    /// A token that an OAuth server issued.
    AccessToken,
    /// A token that only buys new access tokens.
    RefreshToken,
    /// An application's or bot's own token.
    AppToken,
    /// The public identifier of a key or account, which is no secret by itself.
    KeyId,
    /// A secret of an OAuth client.
    ClientSecret,
    /// One message of a handshake, such as NTLM's.
    Handshake,
}

impl fmt::Display for Role {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Role::SecretKey => "secret-key",
            Role::PublishableKey => "publishable-key",
            Role::TestSecretKey => "test-secret-key",
            Role::TestPublishableKey => "test-publishable-key",
            Role::PersonalToken => "personal-token",
            Role::AccessToken => "access-token",
            Role::RefreshToken => "refresh-token",
            Role::AppToken => "app-token",
            Role::KeyId => "key-id",
            Role::ClientSecret => "client-secret",
            Role::Handshake => "handshake",
        })
    }
}

/// One known form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownKey {
    /// Names the form, in lower case with hyphens; no two forms share it.
    pub id: &'static str,
    /// Who issues it, as it is called.
    pub issuer: &'static str,
    /// What it begins with.
    pub prefix: &'static str,
    /// What it is for.
    pub role: Role,
    /// How long it is at least, in bytes.
    least: usize,
}

/// The known form of a credential, if it has one.
pub fn find(text: &str) -> Option<&'static KnownKey> {
    let plain = text
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"-._~+/=:".contains(&byte));
    if !plain {
        return None;
    }
    let shape = SHAPED.iter().find(|key| has_shape(key.id, text));
    shape.or_else(|| KNOWN.iter().find(|key| begins(key, text)))
}

/// The form of that id.
pub fn by_id(id: &str) -> Option<&'static KnownKey> {
    KNOWN.iter().chain(&SHAPED).find(|key| key.id == id)
}

fn begins(key: &KnownKey, text: &str) -> bool {
    let long_enough = text.len() >= key.least && text.starts_with(key.prefix);
    // Airtable's prefix is an English syllable: the rest has a shape of its own, 14 characters, a dot, 64 more.
    long_enough
        && (key.id != "airtable"
            || text
                .split_once('.')
                .is_some_and(|(id, rest)| id.len() == 17 && rest.len() == 64))
}

fn has_shape(id: &str, text: &str) -> bool {
    let hexadecimal =
        |text: &str| text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let number = |text: &str| text.len() >= 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    match id {
        "discord-bot" => is_discord(text),
        "telegram-bot" => text
            .split_once(':')
            .is_some_and(|(bot, secret)| number(bot) && secret.len() == 35),
        "twilio-account" => text.strip_prefix("AC").is_some_and(hexadecimal),
        "twilio-key" => text.strip_prefix("SK").is_some_and(hexadecimal),
        "mailchimp" => text.split_once("-us").is_some_and(|(key, region)| {
            hexadecimal(key)
                && (1..=2).contains(&region.len())
                && region.bytes().all(|byte| byte.is_ascii_digit())
        }),
        "mailgun" => text.strip_prefix("key-").is_some_and(hexadecimal),
        "mailgun-publishable" => text.strip_prefix("pubkey-").is_some_and(hexadecimal),
        "octopus-deploy" => is_after(text, "API-", 26),
        "infracost" => is_after(text, "ico-", 32),
        "pulumi" => is_after(text, "pul-", 40),
        "nightfall" => is_after(text, "NF-", 32),
        "artifactory-reference" => is_after(text, "cmVmd", 59),
        "yandex-key" => (35..=38).any(|rest| is_after(text, "AQVN", rest)),
        _ => false,
    }
}

/// Whether so many letters and digits, and nothing else, follow this beginning; `_` and `-` are letters here.
fn is_after(text: &str, prefix: &str, count: usize) -> bool {
    text.strip_prefix(prefix).is_some_and(|rest| {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_-".contains(&byte);
        rest.len() == count && rest.bytes().all(plain)
    })
}

/// The bot's number in base64, six characters of time, a signature; bounds that shortened ones in examples meet.
fn is_discord(text: &str) -> bool {
    let parts: Vec<&str> = text.split('.').collect();
    let [bot, time, signature] = parts.as_slice() else {
        return false;
    };
    bot.starts_with(['M', 'N', 'O'])
        && (18..=28).contains(&bot.len())
        && (6..=7).contains(&time.len())
        && (18..=40).contains(&signature.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_tells_the_issuer_and_the_role() {
        let form = |text: &str| find(text).map(|key| (key.id, key.role));
        assert_eq!(
            form("ghp_0123456789abcdefghij"),
            Some(("github-personal", Role::PersonalToken))
        );
        assert_eq!(
            form("sk-ant-oat01-0123456789abcdef"),
            Some(("anthropic-oauth", Role::AccessToken))
        );
        assert_eq!(
            form("AKIAIOSFODNN7EXAMPLE"),
            Some(("aws-access-key", Role::KeyId))
        );
        assert_eq!(
            form("sk_test_4eC39HqLyjWDarjtT1zdp7dc"),
            Some(("stripe-test", Role::TestSecretKey))
        );
        assert_eq!(
            form("AC0123456789abcdef0123456789abcdef"),
            Some(("twilio-account", Role::KeyId))
        );
        assert_eq!(
            form("gsk_0123456789012345678901234567890123456789012345678901"),
            Some(("groq", Role::SecretKey))
        );
        assert_eq!(
            form("key-0123456789abcdef0123456789abcdef"),
            Some(("mailgun", Role::SecretKey))
        );
        assert_eq!(form("key-0123456789abcdef0123456789abcdef0"), None);
        assert_eq!(form("API-SHORT"), None);
        assert_eq!(form("patience"), None);
        assert_eq!(form("sk-short"), None);
    }

    #[test]
    fn no_form_hides_behind_a_shorter_prefix() {
        for (at, key) in KNOWN.iter().enumerate() {
            let sample = format!("{:0<90}", key.prefix);
            let hidden = KNOWN
                .iter()
                .take(at)
                .find(|earlier| begins(earlier, &sample) && earlier.least <= key.least);
            assert_eq!(hidden.map(|earlier| earlier.id), None, "{}", key.id);
        }
    }

    #[test]
    fn ids_are_unique_and_plain() {
        for key in KNOWN.iter().chain(&SHAPED) {
            assert_eq!(by_id(key.id), Some(key));
            assert!(
                key.id
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
            );
        }
    }
}
