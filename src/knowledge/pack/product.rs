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
        "/// All products, those that answer in an application's place first.\npub static ALL: &[&Product] = &[\n",
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

fn one(out: &mut String, id: &str, product: &ProductFile) {
    let mut field = |name: &str, value: String| {
        if value != "&[]" && value != "None" {
            _ = writeln!(out, "    {name}: {value},");
        }
    };
    field("&Product { id", format!("{id:?}"));
    field("name", format!("{:?}", product.name));
    field("kind", format!("Kind::{}", variant(&product.kind)));
    field("hosts", format!("&{:?}", product.hosts));
    field("docs", format!("&{:?}", product.docs));
    field(
        "marks",
        slice(product.marks.iter().flat_map(MarkRow::marks)),
    );
    field(
        "traits",
        slice(
            product
                .traits
                .iter()
                .map(|one| format!("Trait::{}", variant(one))),
        ),
    );
    field("stack", format!("{:?}", product.stack));
    field("refuses", slice(product.refuses.iter().map(MarkRow::sign)));
    field("answers", slice(product.answers.iter().map(MarkRow::sign)));
    field("csrf_hours", format!("{:?}", product.csrf_hours));
    field(
        "challenge_headers",
        format!("&{:?}", product.challenge_headers),
    );
    field("step_up_headers", format!("&{:?}", product.step_up_headers));
    field("api_paths", format!("&{:?}", product.api_paths));
    field(
        "id_tokens_refused",
        slice(product.id_tokens_refused.iter().map(|one| {
            format!(
                "IdTokens {{ issuer: {:?}, host: {:?}, but: &{:?} }}",
                one.issuer, one.host, one.but
            )
        })),
    );
    field("access_cookies", format!("&{:?}", product.access_cookies));
    field(
        "sign_in_addresses",
        format!("&{:?}", product.sign_in_addresses),
    );
    field(
        "overwrites_authorization",
        overwrites(product.overwrites_authorization.as_ref()),
    );
    field("issuers", format!("&{:?}", product.issuers));
    field("tenants", format!("&{:?}", product.tenants));
    field(
        "resources",
        slice(product.resources.iter().map(|one| {
            format!(
                "Resource {{ host: {:?}, audiences: &{:?} }}",
                one.host, one.audiences
            )
        })),
    );
    field(
        "keys",
        slice(product.keys.iter().map(|one| {
            format!(
                "KeyPlace {{ form: {:?}, header: {:?}, also: &{:?} }}",
                one.form, one.header, one.also
            )
        })),
    );
    field("key_headers", format!("&{:?}", product.key_headers));
    field(
        "identifier_headers",
        format!("&{:?}", product.identifier_headers),
    );
    field("csrf_headers", format!("&{:?}", product.csrf_headers));
    field(
        "subscription_checks",
        format!("&{:?}", product.subscription_checks),
    );
    field("ruled_paths", format!("&{:?}", product.ruled_paths));
    field(
        "links",
        slice(GOALS.iter().filter_map(|goal| {
            let url = product.links.get(*goal)?;
            Some(format!(
                "Link {{ goal: Goal::{}, url: {url:?} }}",
                variant(goal)
            ))
        })),
    );
    field(
        "lifetimes",
        slice(product.lifetimes.iter().map(Lifetime::source)),
    );
    field(
        "#[cfg(feature = \"cli\")] sources",
        slice(
            product
                .sources
                .iter()
                .map(|one| format!("Source {{ url: {:?}, looked_up: {:?} }}", one.url, one.date)),
        ),
    );
    out.push_str("    ..Product::BARE },\n");
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
                found.push(format!("Mark::HeaderValue({name:?}, {begin:?})"))
            }
            (Some(name), None, Some(part)) => {
                found.push(format!("Mark::HeaderHolds({name:?}, {part:?})"))
            }
            (Some(name), None, None) => found.push(format!("Mark::Header({name:?})")),
            _ => {}
        }
        match (&self.scheme, &self.realm) {
            (Some(scheme), Some(realm)) => {
                found.push(format!("Mark::Realm({scheme:?}, {realm:?})"))
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
