//! A product's file, and the Rust that it becomes.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Deserialize;
use toml::Spanned;

use crate::read::{Knowledge, Says, Written};

/// A product's file; [`crate`]'s README section says what each field means.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct ProductFile {
    pub(crate) name: String,
    pub(crate) kind: String,
    #[serde(default)]
    pub(crate) hosts: Vec<String>,
    #[serde(default)]
    docs: Vec<String>,
    #[serde(default)]
    pub(crate) marks: Vec<MarkRow>,
    #[serde(default)]
    pub(crate) traits: Vec<String>,
    stack: Option<String>,
    #[serde(default)]
    refuses: Vec<MarkRow>,
    #[serde(default)]
    answers: Vec<MarkRow>,
    #[serde(default)]
    access_cookies: Vec<String>,
    #[serde(default)]
    sign_in_addresses: Vec<String>,
    overwrites_authorization: Option<Overwrites>,
    #[serde(default)]
    issuers: Vec<String>,
    #[serde(default)]
    tenants: Vec<String>,
    #[serde(default)]
    resources: Vec<Resource>,
    #[serde(default)]
    keys: Vec<KeyPlace>,
    #[serde(default)]
    key_headers: Vec<String>,
    #[serde(default)]
    identifier_headers: Vec<String>,
    #[serde(default)]
    csrf_headers: Vec<String>,
    csrf_hours: Option<u32>,
    #[serde(default)]
    challenge_headers: Vec<String>,
    #[serde(default)]
    step_up_headers: Vec<String>,
    #[serde(default)]
    api_paths: Vec<String>,
    #[serde(default)]
    id_tokens_refused: Vec<IdTokens>,
    #[serde(default)]
    subscription_checks: Vec<String>,
    #[serde(default)]
    ruled_paths: Vec<String>,
    #[serde(default)]
    pub(crate) links: BTreeMap<String, String>,
    #[serde(default)]
    pub(crate) lifetimes: Vec<Lifetime>,
    #[serde(default)]
    pub(crate) sources: Vec<Source>,
    #[serde(default)]
    pub(crate) retired: Vec<String>,
    #[serde(default)]
    pub(crate) shows: BTreeMap<String, Spanned<Written>>,
    #[serde(default)]
    pub(crate) says: Says,
}

/// What shows a product, or shows that it refused by itself: everything that is written in the row must hold.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub(crate) struct MarkRow {
    header: Option<String>,
    header_begins: Option<String>,
    begins: Option<String>,
    holds: Option<String>,
    cookie: Option<String>,
    cookie_hash: Option<String>,
    sets_cookie: Option<String>,
    scheme: Option<String>,
    realm: Option<String>,
    bare_scheme: Option<String>,
    realm_of_host: Option<String>,
    members: Option<Vec<String>>,
    without_authorization: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Overwrites {
    name: String,
    marks: Vec<MarkRow>,
    scheme: String,
    below: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Resource {
    host: String,
    audiences: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct IdTokens {
    issuer: String,
    host: String,
    #[serde(default)]
    but: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyPlace {
    form: String,
    header: String,
    #[serde(default)]
    also: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Lifetime {
    of: String,
    seconds: Option<u32>,
    least: Option<u32>,
    most: Option<u32>,
    pub(crate) source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Source {
    pub(crate) url: String,
    pub(crate) date: String,
}

/// The kinds of products; those that answer in an application's place first.
pub(crate) const KINDS: &[&str] = &[
    "access",
    "gateway",
    "firewall",
    "network",
    "identity",
    "api",
    "application",
    "framework",
    "server",
    "proxy",
];

/// What a page of a product is good for, in the order in which pages are offered.
const GOALS: &[&str] = &["sign-in", "sessions", "tokens", "keys", "errors"];

/// The Rust of all products, in the order of their kinds and then of their ids.
pub(crate) fn source(knowledge: &Knowledge) -> String {
    let mut out = String::from(
        "/// All products, those that answer in an application's place first.\n#[allow(clippy::unreadable_literal, reason = \"written by the packing step\")]\npub static ALL: &[&Product] = &[\n",
    );
    let mut ordered: Vec<_> = knowledge.products.iter().collect();
    ordered.sort_by_key(|(id, product)| {
        let kind = KINDS.iter().position(|kind| *kind == product.kind);
        (kind, id.as_str())
    });
    for (id, product) in ordered {
        one(&mut out, id, product);
    }
    out.push_str("];\n");
    out
}

/// A field of a product in Rust, with its value; what is empty is left out.
type Field = (&'static str, String);

fn one(out: &mut String, id: &str, product: &ProductFile) {
    _ = writeln!(out, "    &Product {{ id: {id:?},");
    let fields = [
        described(product),
        known_by(product),
        credentials(product),
        requests(product),
    ];
    for (name, value) in fields.into_iter().flatten() {
        if value != "&[]" && value != "None" {
            _ = writeln!(out, "    {name}: {value},");
        }
    }
    out.push_str("    ..Product::BARE },\n");
}

fn described(product: &ProductFile) -> Vec<Field> {
    let links = GOALS.iter().filter_map(|goal| {
        let url = product.links.get(*goal)?;
        Some(format!(
            "Link {{ goal: Goal::{}, url: {url:?} }}",
            variant(goal)
        ))
    });
    let sources = product
        .sources
        .iter()
        .map(|one| format!("Source {{ url: {:?}, looked_up: {:?} }}", one.url, one.date));
    vec![
        ("name", format!("{:?}", product.name)),
        ("kind", format!("Kind::{}", variant(&product.kind))),
        ("docs", texts(&product.docs)),
        ("stack", format!("{:?}", product.stack)),
        ("links", slice(links)),
        (
            "lifetimes",
            slice(product.lifetimes.iter().map(Lifetime::source)),
        ),
        ("#[cfg(feature = \"cli\")] sources", slice(sources)),
    ]
}

fn known_by(product: &ProductFile) -> Vec<Field> {
    let traits = product
        .traits
        .iter()
        .map(|one| format!("Trait::{}", variant(one)));
    vec![
        ("hosts", texts(&product.hosts)),
        (
            "marks",
            slice(product.marks.iter().flat_map(MarkRow::marks)),
        ),
        ("traits", slice(traits)),
        ("refuses", slice(product.refuses.iter().map(MarkRow::sign))),
        ("answers", slice(product.answers.iter().map(MarkRow::sign))),
        ("challenge_headers", texts(&product.challenge_headers)),
        ("step_up_headers", texts(&product.step_up_headers)),
    ]
}

fn credentials(product: &ProductFile) -> Vec<Field> {
    let resources = product.resources.iter().map(|one| {
        format!(
            "Resource {{ host: {:?}, audiences: &{:?} }}",
            one.host, one.audiences
        )
    });
    let keys = product.keys.iter().map(|one| {
        let (form, header, also) = (&one.form, &one.header, &one.also);
        format!("KeyPlace {{ form: {form:?}, header: {header:?}, also: &{also:?} }}")
    });
    let refused = product.id_tokens_refused.iter().map(|one| {
        let (issuer, host, but) = (&one.issuer, &one.host, &one.but);
        format!("IdTokens {{ issuer: {issuer:?}, host: {host:?}, but: &{but:?} }}")
    });
    vec![
        (
            "overwrites_authorization",
            overwrites(product.overwrites_authorization.as_ref()),
        ),
        ("issuers", texts(&product.issuers)),
        ("tenants", texts(&product.tenants)),
        ("resources", slice(resources)),
        ("id_tokens_refused", slice(refused)),
        ("keys", slice(keys)),
        ("key_headers", texts(&product.key_headers)),
        ("identifier_headers", texts(&product.identifier_headers)),
    ]
}

fn requests(product: &ProductFile) -> Vec<Field> {
    vec![
        ("access_cookies", texts(&product.access_cookies)),
        ("sign_in_addresses", texts(&product.sign_in_addresses)),
        ("csrf_headers", texts(&product.csrf_headers)),
        ("csrf_hours", format!("{:?}", product.csrf_hours)),
        ("api_paths", texts(&product.api_paths)),
        ("subscription_checks", texts(&product.subscription_checks)),
        ("ruled_paths", texts(&product.ruled_paths)),
    ]
}

fn texts(list: &[String]) -> String {
    format!("&{list:?}")
}

fn slice(items: impl Iterator<Item = String>) -> String {
    format!("&[{}]", items.collect::<Vec<_>>().join(", "))
}

fn overwrites(written: Option<&Overwrites>) -> String {
    written.map_or_else(
        || "None".to_owned(),
        |one| {
            let marks = slice(one.marks.iter().flat_map(MarkRow::marks));
            format!(
                "Some(Overwrites {{ name: {:?}, marks: {marks}, scheme: {:?}, below: {:?} }})",
                one.name, one.scheme, one.below
            )
        },
    )
}

impl Lifetime {
    /// Its seconds, least and most; `None` where they are not written in one of the two ways.
    pub(crate) fn span(&self) -> Option<(u32, u32)> {
        match (self.seconds, self.least, self.most) {
            (Some(seconds), None, None) => Some((seconds, seconds)),
            (None, Some(least), Some(most)) if least < most => Some((least, most)),
            _ => None,
        }
    }

    fn source(&self) -> String {
        let (least, most) = self.span().unwrap_or_default();
        let of = variant(&self.of);
        format!(
            "Lifetime {{ of: Issued::{of}, least: {least}, most: {most}, #[cfg(feature = \"cli\")] source: {:?} }}",
            self.source
        )
    }
}

impl MarkRow {
    /// The marks that the row writes out.
    pub(crate) fn marks(&self) -> Vec<String> {
        let mut found = Vec::new();
        let plain = [
            ("HeaderPrefix", &self.header_begins),
            ("Cookie", &self.cookie),
            ("CookieHash", &self.cookie_hash),
            ("SetsCookie", &self.sets_cookie),
            ("BareScheme", &self.bare_scheme),
            ("RealmOfHost", &self.realm_of_host),
        ];
        for (name, value) in plain {
            found.extend(value.iter().map(|value| format!("Mark::{name}({value:?})")));
        }
        match (&self.header, &self.begins, &self.holds) {
            (Some(name), Some(begin), None) => {
                found.push(format!("Mark::HeaderValue({name:?}, {begin:?})"));
            }
            (Some(name), None, Some(part)) => {
                found.push(format!("Mark::HeaderHolds({name:?}, {part:?})"));
            }
            (Some(name), None, None) => found.push(format!("Mark::Header({name:?})")),
            _ => {}
        }
        match (&self.scheme, &self.realm) {
            (Some(scheme), Some(realm)) => {
                found.push(format!("Mark::Realm({scheme:?}, {realm:?})"));
            }
            (Some(scheme), None) => found.push(format!("Mark::Scheme({scheme:?})")),
            _ => {}
        }
        found.extend(
            self.members
                .iter()
                .map(|names| format!("Mark::Members(&{names:?})")),
        );
        found
    }

    /// How many fields of the row say what must hold; one that is left over makes no mark.
    pub(crate) fn is_whole(&self) -> bool {
        let value_without_name =
            self.header.is_none() && (self.begins.is_some() || self.holds.is_some());
        let both = self.begins.is_some() && self.holds.is_some();
        let realm_alone = self.realm.is_some() && self.scheme.is_none();
        !value_without_name && !both && !realm_alone && !self.marks().is_empty()
    }

    fn sign(&self) -> String {
        let all = slice(self.marks().into_iter());
        format!(
            "Sign {{ all: {all}, without_authorization: {} }}",
            self.without_authorization
        )
    }
}

impl ProductFile {
    /// All rows of marks.
    pub(crate) fn mark_rows(&self) -> impl Iterator<Item = &MarkRow> {
        let of_overwrites = self
            .overwrites_authorization
            .iter()
            .flat_map(|one| &one.marks);
        self.marks
            .iter()
            .chain(&self.refuses)
            .chain(&self.answers)
            .chain(of_overwrites)
    }

    /// Names of goals that are none.
    pub(crate) fn strange_goals(&self) -> impl Iterator<Item = &str> {
        let goals = self.links.keys().map(String::as_str);
        goals.filter(|goal| !GOALS.contains(goal))
    }
}

/// `access-token` as Rust writes it in an enum: `AccessToken`. A name that is none of the enum's does not compile.
fn variant(kebab: &str) -> String {
    let mut out = String::new();
    for word in kebab.split('-') {
        let mut characters = word.chars();
        out.extend(characters.next().map(|first| first.to_ascii_uppercase()));
        out.extend(characters);
    }
    out
}
