//! Credentials that tell by their prefix who issued them and what they are for, as their issuers publish it.

use std::fmt;

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

const fn key(
    id: &'static str,
    issuer: &'static str,
    prefix: &'static str,
    role: Role,
    least: usize,
) -> KnownKey {
    KnownKey {
        id,
        issuer,
        prefix,
        role,
        least,
    }
}

/// All forms that a prefix tells. Where one prefix begins another the longer one stands first.
pub const KNOWN: [KnownKey; 86] = [
    key(
        "github-fine-grained",
        "GitHub",
        "github_pat_",
        Role::PersonalToken,
        30,
    ),
    key("github-personal", "GitHub", "ghp_", Role::PersonalToken, 20),
    key("github-oauth", "GitHub", "gho_", Role::AccessToken, 20),
    key("github-user", "GitHub", "ghu_", Role::AccessToken, 20),
    key("github-server", "GitHub", "ghs_", Role::AppToken, 20),
    key("github-refresh", "GitHub", "ghr_", Role::RefreshToken, 20),
    key(
        "gitlab-personal",
        "GitLab",
        "glpat-",
        Role::PersonalToken,
        20,
    ),
    key("gitlab-deploy", "GitLab", "gldt-", Role::AppToken, 20),
    key("gitlab-runner", "GitLab", "glrt-", Role::AppToken, 20),
    key("gitlab-job", "GitLab", "glcbt-", Role::AppToken, 15),
    key("gitlab-trigger", "GitLab", "glptt-", Role::AppToken, 20),
    key("slack-bot", "Slack", "xoxb-", Role::AppToken, 15),
    key("slack-user", "Slack", "xoxp-", Role::AccessToken, 15),
    key("slack-legacy", "Slack", "xoxa-", Role::AccessToken, 15),
    key("slack-refresh", "Slack", "xoxr-", Role::RefreshToken, 15),
    key("slack-session", "Slack", "xoxs-", Role::AccessToken, 15),
    key("slack-client", "Slack", "xoxc-", Role::AccessToken, 15),
    key("slack-cookie", "Slack", "xoxd-", Role::AccessToken, 15),
    key("slack-rotating", "Slack", "xoxe.", Role::AccessToken, 15),
    key(
        "slack-rotating-refresh",
        "Slack",
        "xoxe-",
        Role::RefreshToken,
        15,
    ),
    key("slack-app", "Slack", "xapp-", Role::AppToken, 15),
    key("stripe-live", "Stripe", "sk_live_", Role::SecretKey, 16),
    key("stripe-test", "Stripe", "sk_test_", Role::TestSecretKey, 16),
    key(
        "stripe-restricted",
        "Stripe",
        "rk_live_",
        Role::SecretKey,
        16,
    ),
    key(
        "stripe-restricted-test",
        "Stripe",
        "rk_test_",
        Role::TestSecretKey,
        16,
    ),
    key(
        "stripe-publishable",
        "Stripe",
        "pk_live_",
        Role::PublishableKey,
        16,
    ),
    key(
        "stripe-publishable-test",
        "Stripe",
        "pk_test_",
        Role::TestPublishableKey,
        16,
    ),
    key("stripe-webhook", "Stripe", "whsec_", Role::SecretKey, 16),
    key(
        "anthropic-api",
        "Anthropic",
        "sk-ant-api",
        Role::SecretKey,
        20,
    ),
    key(
        "anthropic-oauth",
        "Anthropic",
        "sk-ant-oat",
        Role::AccessToken,
        20,
    ),
    key(
        "anthropic-refresh",
        "Anthropic",
        "sk-ant-ort",
        Role::RefreshToken,
        20,
    ),
    key(
        "anthropic-admin",
        "Anthropic",
        "sk-ant-admin",
        Role::SecretKey,
        20,
    ),
    key("openrouter", "OpenRouter", "sk-or-v1-", Role::SecretKey, 20),
    key("openai-project", "OpenAI", "sk-proj-", Role::SecretKey, 20),
    key(
        "openai-service",
        "OpenAI",
        "sk-svcacct-",
        Role::SecretKey,
        20,
    ),
    key("openai-admin", "OpenAI", "sk-admin-", Role::SecretKey, 20),
    key("openai", "OpenAI", "sk-", Role::SecretKey, 32),
    key("aws-access-key", "AWS", "AKIA", Role::KeyId, 11),
    key("aws-temporary-key", "AWS", "ASIA", Role::KeyId, 11),
    key("aws-appsync", "AWS AppSync", "da2-", Role::SecretKey, 20),
    key("google-api", "Google", "AIza", Role::PublishableKey, 30),
    key("google-access", "Google", "ya29.", Role::AccessToken, 20),
    key("google-refresh", "Google", "1//0", Role::RefreshToken, 30),
    key(
        "google-client-secret",
        "Google",
        "GOCSPX-",
        Role::ClientSecret,
        20,
    ),
    key("square-production", "Square", "EAAA", Role::AccessToken, 60),
    key("facebook-access", "Facebook", "EAA", Role::AccessToken, 60),
    key("sendgrid", "SendGrid", "SG.", Role::SecretKey, 40),
    key("npm", "npm", "npm_", Role::PersonalToken, 20),
    key("pypi", "PyPI", "pypi-", Role::PersonalToken, 20),
    key(
        "digitalocean-personal",
        "DigitalOcean",
        "dop_v1_",
        Role::PersonalToken,
        20,
    ),
    key(
        "digitalocean-oauth",
        "DigitalOcean",
        "doo_v1_",
        Role::AccessToken,
        20,
    ),
    key(
        "digitalocean-refresh",
        "DigitalOcean",
        "dor_v1_",
        Role::RefreshToken,
        20,
    ),
    key("shopify-admin", "Shopify", "shpat_", Role::AccessToken, 20),
    key("shopify-custom", "Shopify", "shpca_", Role::AccessToken, 20),
    key(
        "shopify-secret",
        "Shopify",
        "shpss_",
        Role::ClientSecret,
        20,
    ),
    key(
        "hugging-face",
        "Hugging Face",
        "hf_",
        Role::PersonalToken,
        20,
    ),
    key(
        "supabase-publishable",
        "Supabase",
        "sb_publishable_",
        Role::PublishableKey,
        20,
    ),
    key(
        "supabase-secret",
        "Supabase",
        "sb_secret_",
        Role::SecretKey,
        20,
    ),
    key(
        "supabase-personal",
        "Supabase",
        "sbp_",
        Role::PersonalToken,
        20,
    ),
    key(
        "sentry-organization",
        "Sentry",
        "sntrys_",
        Role::AppToken,
        20,
    ),
    key("sentry-user", "Sentry", "sntryu_", Role::PersonalToken, 20),
    key("notion", "Notion", "secret_", Role::AppToken, 40),
    key("notion-integration", "Notion", "ntn_", Role::AppToken, 30),
    key("figma", "Figma", "figd_", Role::PersonalToken, 20),
    key("linear", "Linear", "lin_api_", Role::PersonalToken, 20),
    key(
        "linear-oauth",
        "Linear",
        "lin_oauth_",
        Role::AccessToken,
        20,
    ),
    key("atlassian", "Atlassian", "ATATT3", Role::PersonalToken, 40),
    key("hubspot-private", "HubSpot", "pat-na1-", Role::AppToken, 30),
    key(
        "hubspot-private-eu",
        "HubSpot",
        "pat-eu1-",
        Role::AppToken,
        30,
    ),
    key("mapbox-public", "Mapbox", "pk.ey", Role::PublishableKey, 40),
    key("mapbox-secret", "Mapbox", "sk.ey", Role::SecretKey, 40),
    key("mapbox-temporary", "Mapbox", "tk.ey", Role::AccessToken, 40),
    key("square-access", "Square", "sq0atp-", Role::AccessToken, 20),
    key("square-secret", "Square", "sq0csp-", Role::ClientSecret, 20),
    key("grafana-service", "Grafana", "glsa_", Role::AppToken, 20),
    key("grafana-legacy", "Grafana", "eyJrIjoi", Role::SecretKey, 20),
    key("dropbox", "Dropbox", "sl.", Role::AccessToken, 60),
    key("grafana-cloud", "Grafana", "glc_", Role::AppToken, 20),
    key("postman", "Postman", "PMAK-", Role::PersonalToken, 20),
    key("databricks", "Databricks", "dapi", Role::PersonalToken, 34),
    key("spotify-access", "Spotify", "BQ", Role::AccessToken, 140),
    key("vault", "HashiCorp Vault", "hvs.", Role::AccessToken, 20),
    key(
        "ntlm-negotiate",
        "NTLM",
        "TlRMTVNTUAAB",
        Role::Handshake,
        12,
    ),
    key(
        "ntlm-authenticate",
        "NTLM",
        "TlRMTVNTUAAD",
        Role::Handshake,
        12,
    ),
    key("kerberos", "Kerberos", "YII", Role::Handshake, 400),
    key("airtable", "Airtable", "pat", Role::PersonalToken, 82),
];

/// Forms without a telling prefix; [`find`] knows them by their whole shape.
const SHAPED: [KnownKey; 5] = [
    key("discord-bot", "Discord", "", Role::AppToken, 40),
    key("telegram-bot", "Telegram", "", Role::AppToken, 40),
    key("twilio-account", "Twilio", "AC", Role::KeyId, 34),
    key("twilio-key", "Twilio", "SK", Role::KeyId, 34),
    key("mailchimp", "Mailchimp", "", Role::SecretKey, 36),
];

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
        _ => false,
    }
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
