//! What is kept of a JWT: dates, parties and rights, never what tells who the person is.
//!
//! The values are bounded here, once and for all, so that what is read from a token and what is read from
//! its stand-in are the same.

use serde_json::{Map, Value};

use super::tenant::tenant;

mod shown;

/// How long, in bytes, and how many the kept values may be.
const IDENTIFIER_MAX: usize = 200;
const NAME_MAX: usize = 100;
const AUDIENCES_MAX: usize = 10;
const RIGHTS_MAX: usize = 50;
const NAMES_MAX: usize = 60;
/// Letters of a hash that are kept, of 43.
const HASH_KEPT: usize = 6;

/// The claims and header parameters of a JWT that a diagnosis may look at (RFC 7519, section 4.1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// `exp`: when it runs out.
    pub exp: Option<NumericDate>,
    /// `nbf`: from when it holds.
    pub nbf: Option<NumericDate>,
    /// `iat`: when it was made.
    pub iat: Option<NumericDate>,
    /// `aud`: for whom.
    pub aud: Vec<String>,
    /// `iss`: by whom.
    pub iss: Option<String>,
    /// `scope` or `scp`, a list or words in one string.
    pub scope: Vec<String>,
    /// `roles`.
    pub roles: Vec<String>,
    /// `azp`: to which client it was given.
    pub azp: Option<String>,
    /// `tid`: the tenant.
    pub tid: Option<String>,
    /// The header's `typ`.
    pub typ: Option<String>,
    /// The header's `kid`: which key signed it.
    pub kid: Option<String>,
    /// The header's `alg`.
    pub alg: Option<String>,
    /// The beginning of `ath`, the hash of the access token that a DPoP proof was made for (RFC 9449, 4.2): enough to
    /// tell two tokens apart, and no way back to one.
    pub ath: Option<String>,
    /// What it says it is for: of `token_use`, `typ`, `token_type` and their like only this is kept.
    pub usage: Option<Usage>,
    /// The names of all claims of the payload, sorted: their values are not kept.
    pub names: Vec<String>,
    /// The names of all header parameters, sorted; a `nonce` there is Microsoft Graph's, whose tokens only it can verify.
    pub header_names: Vec<String>,
    /// What is wrong with it though it can be read.
    pub faults: Vec<Fault>,
}

/// A `NumericDate` (RFC 7519, section 2): seconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumericDate {
    /// The seconds, a fraction dropped. A value in milliseconds stands here as it is.
    pub seconds: i64,
    /// Whether it was a string, which the RFC forbids.
    pub text: bool,
}

impl NumericDate {
    /// Whether the value only makes sense as milliseconds: it would lie beyond the year 5000.
    pub fn looks_like_milliseconds(&self) -> bool {
        self.seconds > 95_617_584_000
    }
}

/// What a token says it is for: Cognito's `token_use`, Keycloak's `typ`, what libraries write into `type`, and the
/// header's `typ` (RFC 9068, section 2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Usage {
    /// To be sent to an API.
    Access,
    /// To tell the client who signed in.
    Id,
    /// To get new tokens.
    Refresh,
}

/// All usages with their names.
pub const USAGES: [(Usage, &str); 3] = [
    (Usage::Access, "access"),
    (Usage::Id, "id"),
    (Usage::Refresh, "refresh"),
];

/// Something wrong with a JWT that can be read all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fault {
    /// `exp` is neither a number nor a number as text.
    ExpType,
    /// As [`Fault::ExpType`], of `nbf`.
    NbfType,
    /// As [`Fault::ExpType`], of `iat`.
    IatType,
    /// `aud` is neither a string nor a list of strings.
    AudType,
    /// The header's `kid` is no string.
    KidType,
    /// The payload is in Latin-1 where UTF-8 is wanted.
    PayloadUtf8,
    /// The signature is no base64url.
    SignatureBase64Url,
    /// The signature is empty.
    Unsigned,
}

/// All faults with their names, which are the error classes of the published test suite.
pub const FAULTS: [(Fault, &str); 8] = [
    (Fault::ExpType, "claim type exp"),
    (Fault::NbfType, "claim type nbf"),
    (Fault::IatType, "claim type iat"),
    (Fault::AudType, "claim type aud"),
    (Fault::KidType, "header kid"),
    (Fault::PayloadUtf8, "payload utf8"),
    (Fault::SignatureBase64Url, "signature base64url"),
    (Fault::Unsigned, "unsigned"),
];

impl Claims {
    /// What is kept of a decoded header and payload.
    pub(super) fn new(header: &Map<String, Value>, payload: &Map<String, Value>) -> Claims {
        let mut faults = Vec::new();
        let mut date = |name: &str, fault: Fault| {
            let value = payload.get(name).filter(|value| !value.is_null())?;
            let date = numeric_date(value);
            if date.is_none() {
                faults.push(fault);
            }
            date
        };
        let exp = date("exp", Fault::ExpType);
        let nbf = date("nbf", Fault::NbfType);
        let iat = date("iat", Fault::IatType);
        let aud = payload.get("aud").map_or_else(Vec::new, |value| {
            let wrong = !value.is_string()
                && !value
                    .as_array()
                    .is_some_and(|all| all.iter().all(Value::is_string));
            faults.extend(wrong.then_some(Fault::AudType));
            list(value, false)
        });
        faults.extend(
            header
                .get("kid")
                .filter(|kid| !kid.is_string())
                .map(|_| Fault::KidType),
        );
        let scope = payload.get("scope").or_else(|| payload.get("scp"));
        Claims {
            exp,
            nbf,
            iat,
            aud,
            iss: text(payload, "iss"),
            scope: scope.map(|value| list(value, true)).unwrap_or_default(),
            roles: payload
                .get("roles")
                .map(|value| list(value, false))
                .unwrap_or_default(),
            azp: text(payload, "azp"),
            tid: text(payload, "tid"),
            typ: text(header, "typ"),
            kid: text(header, "kid"),
            alg: text(header, "alg"),
            ath: text(payload, "ath"),
            usage: usage(header, payload),
            names: payload.keys().cloned().collect(),
            header_names: header.keys().cloned().collect(),
            faults,
        }
        .bounded()
    }

    /// The same with everything cut that is too long, too many, holds an e-mail address, is the query of an address, or
    /// does not read like words.
    pub(super) fn bounded(mut self) -> Claims {
        bound_list(&mut self.aud, IDENTIFIER_MAX, AUDIENCES_MAX);
        bound_list(&mut self.scope, NAME_MAX, RIGHTS_MAX);
        bound_list(&mut self.roles, NAME_MAX, RIGHTS_MAX);
        self.aud.iter_mut().for_each(shown::party);
        let rights = self.scope.iter_mut().chain(&mut self.roles);
        rights.for_each(shown::right);
        for names in [&mut self.names, &mut self.header_names] {
            bound_list(names, NAME_MAX, NAMES_MAX);
            names.iter_mut().for_each(shown::name);
            names.sort();
            names.dedup();
        }
        self.faults.sort();
        self.faults.dedup();
        self.iss = self.iss.filter(|value| is_kept(value, IDENTIFIER_MAX));
        self.iss.iter_mut().for_each(shown::party);
        // Whose tenant it is, its issuer tells all the same.
        let of_issuer = self.iss.as_deref().and_then(tenant);
        self.tid = self
            .tid
            .filter(|tid| of_issuer.as_deref() == Some(&tid.to_ascii_lowercase()));
        for value in [&mut self.azp, &mut self.typ, &mut self.alg] {
            *value = value.take().filter(|value| is_kept(value, NAME_MAX));
            value.iter_mut().for_each(shown::name);
        }
        self.kid = self.kid.filter(|value| is_kept(value, NAME_MAX));
        self.kid.iter_mut().for_each(shown::key);
        self.ath = self
            .ath
            .map(|hash| hash.chars().take(HASH_KEPT).collect::<String>())
            .filter(|hash| hash.bytes().all(is_base64url));
        self
    }

    /// Whether the payload has a claim of that name.
    pub fn has(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name)
    }
}

const fn is_base64url(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}

fn bound_list(list: &mut Vec<String>, length: usize, count: usize) {
    list.retain(|value| is_kept(value, length));
    list.truncate(count);
}

fn is_kept(value: &str, length: usize) -> bool {
    value.len() <= length && !value.contains('@')
}

fn text(object: &Map<String, Value>, name: &str) -> Option<String> {
    object.get(name).and_then(Value::as_str).map(str::to_owned)
}

fn usage(header: &Map<String, Value>, payload: &Map<String, Value>) -> Option<Usage> {
    let named = ["token_use", "typ", "token_type", "tokenType", "type"]
        .iter()
        .filter_map(|name| payload.get(*name)?.as_str());
    let typ = header.get("typ").and_then(Value::as_str);
    named
        .chain(typ)
        .find_map(|value| match value.to_ascii_lowercase().as_str() {
            "access" | "bearer" | "access_token" | "accesstoken" | "at+jwt"
            | "application/at+jwt" => Some(Usage::Access),
            "id" | "id_token" | "idtoken" => Some(Usage::Id),
            "refresh" | "offline" | "refresh_token" | "refreshtoken" => Some(Usage::Refresh),
            _ => None,
        })
}

/// The strings of a string or of a list; a string is parted into its words where `words` says so.
fn list(value: &Value, words: bool) -> Vec<String> {
    match value {
        Value::String(text) if words => text.split_ascii_whitespace().map(str::to_owned).collect(),
        Value::String(text) => vec![text.clone()],
        Value::Array(all) => all
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
        _ => Vec::new(),
    }
}

fn numeric_date(value: &Value) -> Option<NumericDate> {
    match value {
        Value::Number(number) => {
            let seconds = number
                .as_i64()
                .or_else(|| number.as_f64().map(|float| float.floor() as i64))?;
            Some(NumericDate {
                seconds,
                text: false,
            })
        }
        Value::String(text) => text.trim().parse().ok().map(|seconds| NumericDate {
            seconds,
            text: true,
        }),
        _ => None,
    }
}
