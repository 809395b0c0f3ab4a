//! How a stand-in's fields are written and read. Writing has one form for each credential, and what is read counts
//! only if writing it again gives the same text; so reading needs to be no stricter than is handy.

use std::fmt;
use std::str::FromStr;

use super::claims::{Claims, FAULTS, NumericDate, USAGES};
use super::credential::{ALPHABETS, Alphabet, Basic, Credential, Kind};
use super::jwt::ERRORS;
use super::{known, placeholder};

/// The words for what is true of the text as a whole.
const FLAGS: [&str; 9] = [
    "quoted",
    "whitespace",
    "control",
    "tab",
    "line-break",
    "non-ascii",
    "encoded",
    "comma",
    "url",
];

/// Writes all fields but the tag.
pub(super) fn print(credential: &Credential, out: &mut fmt::Formatter<'_>) -> fmt::Result {
    match &credential.kind {
        Kind::Empty => out.write_str("empty")?,
        Kind::Opaque => out.write_str("opaque")?,
        Kind::Jwe => out.write_str("jwe")?,
        Kind::Placeholder(which) => write!(out, "placeholder!is={}", escape(which))?,
        Kind::Known(key) => write!(out, "known!is={}", key.id)?,
        Kind::JwtBroken(error) => write!(out, "jwt-broken!is={}", escape(&error.to_string()))?,
        Kind::Basic(basic) => print_basic(*basic, out)?,
        Kind::Jwt(claims) => print_claims(claims, out)?,
    }
    for (flag, set) in FLAGS.iter().zip(flags(credential)) {
        if set {
            write!(out, "!{flag}")?;
        }
    }
    write!(
        out,
        "!len={}!alpha={}",
        credential.octets, credential.alphabet
    )
}

/// Reads what [`print`] wrote, and perhaps other texts.
pub(super) fn parse(text: &str) -> Option<Credential> {
    let mut fields = text.split('!');
    let kind = fields.next()?;
    let fields = fields.map(Field::parse).collect::<Option<Vec<Field>>>()?;
    let fields = Fields(fields);
    let has = |flag: &str| fields.first(flag).is_some();
    Some(Credential {
        kind: parse_kind(kind, &fields)?,
        octets: fields.number("len")?,
        alphabet: parse_alphabet(fields.first("alpha")?)?,
        quoted: has("quoted"),
        whitespace: has("whitespace"),
        control: has("control"),
        tab: has("tab"),
        line_break: has("line-break"),
        non_ascii: has("non-ascii"),
        encoded: has("encoded"),
        comma: has("comma"),
        url: has("url"),
    })
}

fn flags(credential: &Credential) -> [bool; 9] {
    [
        credential.quoted,
        credential.whitespace,
        credential.control,
        credential.tab,
        credential.line_break,
        credential.non_ascii,
        credential.encoded,
        credential.comma,
        credential.url,
    ]
}

fn print_basic(basic: Basic, out: &mut fmt::Formatter<'_>) -> fmt::Result {
    out.write_str("basic")?;
    let facts = [
        basic.colon,
        basic.user_empty,
        basic.password_empty,
        basic.non_ascii,
    ];
    for (name, set) in [
        "colon",
        "user-empty",
        "password-empty",
        "password-non-ascii",
    ]
    .iter()
    .zip(facts)
    {
        if set {
            write!(out, "!{name}")?;
        }
    }
    Ok(())
}

fn print_claims(claims: &Claims, out: &mut fmt::Formatter<'_>) -> fmt::Result {
    out.write_str("jwt")?;
    for (name, date) in [
        ("exp", claims.exp),
        ("nbf", claims.nbf),
        ("iat", claims.iat),
    ] {
        if let Some(date) = date {
            let form = if date.text { "-text" } else { "" };
            write!(out, "!{name}{form}={}", date.seconds)?;
        }
    }
    let single = |value: &Option<String>| value.iter().cloned().collect::<Vec<String>>();
    let usage = USAGES
        .iter()
        .find(|(usage, _)| Some(*usage) == claims.usage)
        .map(|(_, name)| *name);
    let lists = [
        ("aud", claims.aud.clone()),
        ("iss", single(&claims.iss)),
        ("scope", claims.scope.clone()),
        ("role", claims.roles.clone()),
        ("azp", single(&claims.azp)),
        ("tid", single(&claims.tid)),
        ("typ", single(&claims.typ)),
        ("kid", single(&claims.kid)),
        ("alg", single(&claims.alg)),
        ("ath", single(&claims.ath)),
        ("use", usage.map(str::to_owned).into_iter().collect()),
        ("name", claims.names.clone()),
        ("header", claims.header_names.clone()),
    ];
    for (name, values) in lists {
        for value in values {
            write!(out, "!{name}={}", escape(&value))?;
        }
    }
    for fault in &claims.faults {
        let name = FAULTS
            .iter()
            .find(|(known, _)| known == fault)
            .map_or("", |(_, name)| name);
        write!(out, "!fault={}", escape(name))?;
    }
    Ok(())
}

fn parse_kind(kind: &str, fields: &Fields) -> Option<Kind> {
    Some(match kind {
        "empty" => Kind::Empty,
        "opaque" => Kind::Opaque,
        "jwe" => Kind::Jwe,
        "placeholder" => {
            let which = fields.first("is")?;
            Kind::Placeholder(placeholder::all().find(|known| *known == which)?)
        }
        "known" => Kind::Known(known::by_id(fields.first("is")?)?),
        "jwt-broken" => {
            let name = fields.first("is")?;
            Kind::JwtBroken(ERRORS.iter().find(|(_, known)| *known == name)?.0)
        }
        "basic" => Kind::Basic(Basic {
            colon: fields.first("colon").is_some(),
            user_empty: fields.first("user-empty").is_some(),
            password_empty: fields.first("password-empty").is_some(),
            non_ascii: fields.first("password-non-ascii").is_some(),
        }),
        "jwt" => Kind::Jwt(Box::new(parse_claims(fields)?)),
        _ => return None,
    })
}

fn parse_claims(fields: &Fields) -> Option<Claims> {
    let faults = fields.all("fault").map(|name| {
        FAULTS
            .iter()
            .find(|(_, known)| *known == name)
            .map(|(fault, _)| *fault)
    });
    let list = |name: &str| fields.all(name).map(str::to_owned).collect::<Vec<String>>();
    let single = |name: &str| fields.first(name).map(str::to_owned);
    let claims = Claims {
        exp: fields.date("exp", "exp-text"),
        nbf: fields.date("nbf", "nbf-text"),
        iat: fields.date("iat", "iat-text"),
        aud: list("aud"),
        iss: single("iss"),
        scope: list("scope"),
        roles: list("role"),
        azp: single("azp"),
        tid: single("tid"),
        typ: single("typ"),
        kid: single("kid"),
        alg: single("alg"),
        ath: single("ath"),
        usage: fields
            .first("use")
            .and_then(|name| USAGES.iter().find(|(_, known)| *known == name))
            .map(|(usage, _)| *usage),
        names: list("name"),
        header_names: list("header"),
        faults: faults.collect::<Option<Vec<_>>>()?,
    };
    Some(claims.bounded())
}

fn parse_alphabet(name: &str) -> Option<Alphabet> {
    ALPHABETS
        .iter()
        .find(|(_, known)| *known == name)
        .map(|(alphabet, _)| *alphabet)
}

/// A field: a name, and the value after the first `=` if there is one.
struct Field {
    name: String,
    value: String,
}

impl Field {
    fn parse(text: &str) -> Option<Field> {
        let (name, value) = text.split_once('=').unwrap_or((text, ""));
        Some(Field {
            name: name.to_owned(),
            value: unescape(value)?,
        })
    }
}

struct Fields(Vec<Field>);

impl Fields {
    fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0
            .iter()
            .filter(move |field| field.name == name)
            .map(|field| field.value.as_str())
    }

    fn first(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|field| field.name == name)
            .map(|field| field.value.as_str())
    }

    fn number<T: FromStr>(&self, name: &str) -> Option<T> {
        self.first(name).and_then(|value| value.parse().ok())
    }

    fn date(&self, number: &str, text: &str) -> Option<NumericDate> {
        let plain = self.number(number).map(|seconds| NumericDate {
            seconds,
            text: false,
        });
        plain.or_else(|| {
            self.number(text).map(|seconds| NumericDate {
                seconds,
                text: true,
            })
        })
    }
}

/// Quoted-printable's escapes for every byte that may not stand as it is.
fn escape(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"_.:-".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push('=');
            text.extend(hexadecimal(byte >> 4));
            text.extend(hexadecimal(byte & 15));
        }
    }
    text
}

fn hexadecimal(nibble: u8) -> Option<char> {
    char::from_digit(u32::from(nibble), 16).map(|digit| digit.to_ascii_uppercase())
}

fn unescape(text: &str) -> Option<String> {
    let mut pieces = text.split('=');
    let mut bytes = pieces.next()?.as_bytes().to_vec();
    for piece in pieces {
        let (digits, rest) = piece.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(bytes).ok()
}
