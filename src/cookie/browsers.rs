//! Where browsers differ from RFC 6265bis and from each other: one table, one row per rule and family.
//!
//! State of November 2026. "Recorded" means seen in Chromium 156 and Firefox ESR 153.
//! A family or version that is not known follows RFC 6265bis, with what all browsers add to it.

use crate::exchange::{Browser, Family};

/// A rule that not every browser follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    /// A cookie without `SameSite` is treated as `Lax`.
    LaxByDefault,
    /// For two minutes such a cookie goes with a cross-site top-level POST too.
    LaxPostGrace,
    /// `http` and `https` of one registrable domain are two sites for `SameSite`.
    SchemefulSameSite,
    /// `http` and `https` of one registrable domain are two parties.
    SchemefulThirdParty,
    /// A cross-site hop in a redirect chain makes the rest of it cross-site.
    RedirectsCount,
    /// `SameSite=None` needs `Secure`.
    NoneNeedsSecure,
    /// `Secure` cookies and the prefixes work over plain HTTP to loopback.
    LoopbackIsSecure,
    /// `__Http-` and `__Host-Http-` are prefixes.
    HttpPrefixes,
    /// A `__Host-` cookie is judged by what is kept: it needs no `Path` if its default path is `/`, and may name a
    /// `Domain` that leaves it host-only.
    HostPrefixByWhatIsKept,
    /// `Partitioned` is understood.
    Partitioned,
    /// `Sec-Fetch-Site`, `-Mode`, `-Dest` and `-User` are sent.
    FetchMetadata,
    /// `Sec-Fetch-Storage-Access` is sent.
    StorageAccessHeader,
    /// No cookie lives longer than 400 days.
    AgeCap,
    /// Third-party cookies are blocked unless a person allows them.
    BlocksThirdParties,
    /// Third-party cookies are kept apart by top-level site unless a person allows them.
    PartitionsThirdParties,
    /// A redirect chain counts for storing too.
    RedirectsCountForStoring,
    /// A TAB in name or value is refused.
    RefusesTab,
    /// A TAB in `Path` is refused.
    RefusesTabInPath,
    /// An empty name is refused, and a line without an equals sign is a name without a value.
    BareTextIsName,
    /// A cookie without a name whose value has an equals sign is refused.
    RefusesAmbiguity,
    /// A `Secure` cookie also protects its name on the domains above its host.
    ProtectsParentDomains,
}

/// A row: since which major version a family follows a rule.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The rule.
    pub rule: Rule,
    /// Who follows it.
    pub family: Family,
    /// The first major version; 0 for all.
    pub since: u32,
}

const fn row(rule: Rule, family: Family, since: u32) -> Row {
    Row {
        rule,
        family,
        since,
    }
}

/// The differences, by rule and family.
pub const TABLE: &[Row] = &[
    // Chrome 80 began it in February 2020; the roll-out ended with 84. Firefox and Safari did not follow (recorded).
    row(Rule::LaxByDefault, Family::Chromium, 80),
    row(Rule::LaxByDefault, Family::Unknown, 0),
    row(Rule::LaxPostGrace, Family::Chromium, 80),
    row(Rule::LaxPostGrace, Family::Unknown, 0),
    // RFC 6265bis 5.2.1 asks for the scheme; Firefox keeps it off (recorded).
    row(Rule::SchemefulSameSite, Family::Chromium, 89),
    row(Rule::SchemefulSameSite, Family::Unknown, 0),
    row(Rule::SchemefulThirdParty, Family::Chromium, 89),
    // RFC 6265bis 5.2.1 counts the chain; Chromium computes it and does not use it (recorded).
    row(Rule::RedirectsCount, Family::Firefox, 60),
    row(Rule::RedirectsCount, Family::Safari, 0),
    row(Rule::RedirectsCount, Family::Unknown, 0),
    // RFC 6265bis 5.7 step 13; in Firefox recorded, its first version is not known for certain.
    row(Rule::NoneNeedsSecure, Family::Chromium, 80),
    row(Rule::NoneNeedsSecure, Family::Firefox, 131),
    row(Rule::NoneNeedsSecure, Family::Unknown, 0),
    // RFC 6265bis 5.7 leaves what a secure connection is to the browser; Safari wants encryption.
    row(Rule::LoopbackIsSecure, Family::Chromium, 89),
    row(Rule::LoopbackIsSecure, Family::Firefox, 75),
    row(Rule::LoopbackIsSecure, Family::Unknown, 0),
    row(Rule::HttpPrefixes, Family::Chromium, 140),
    row(Rule::HttpPrefixes, Family::Firefox, 143),
    row(Rule::HttpPrefixes, Family::Unknown, 0),
    row(Rule::HostPrefixByWhatIsKept, Family::Firefox, 0),
    row(Rule::Partitioned, Family::Chromium, 114),
    row(Rule::Partitioned, Family::Firefox, 141),
    row(Rule::Partitioned, Family::Unknown, 0),
    row(Rule::FetchMetadata, Family::Chromium, 80),
    row(Rule::FetchMetadata, Family::Firefox, 90),
    row(Rule::FetchMetadata, Family::Safari, 17),
    row(Rule::StorageAccessHeader, Family::Chromium, 133),
    row(Rule::StorageAccessHeader, Family::Firefox, 147),
    // RFC 6265bis 5.5.
    row(Rule::AgeCap, Family::Chromium, 104),
    row(Rule::AgeCap, Family::Firefox, 139),
    row(Rule::AgeCap, Family::Unknown, 0),
    // Intelligent Tracking Prevention, complete since Safari 13.1.
    row(Rule::BlocksThirdParties, Family::Safari, 13),
    // Total Cookie Protection.
    row(Rule::PartitionsThirdParties, Family::Firefox, 103),
    // RFC 6265bis 5.7 step 19; Firefox counts the chain for sending only (recorded).
    row(Rule::RedirectsCountForStoring, Family::Safari, 0),
    row(Rule::RedirectsCountForStoring, Family::Unknown, 0),
    // RFC 6265bis 5.6 step 1 lets TAB pass (recorded; the first versions are not known for certain).
    row(Rule::RefusesTab, Family::Chromium, 133),
    row(Rule::RefusesTabInPath, Family::Chromium, 133),
    row(Rule::RefusesTabInPath, Family::Firefox, 0),
    // RFC 6265bis 5.6 step 4 keeps both as a value without a name (recorded).
    row(Rule::BareTextIsName, Family::Firefox, 0),
    // It would be read back as a cookie of another name (recorded; the first version is not known for certain).
    row(Rule::RefusesAmbiguity, Family::Chromium, 141),
    // RFC 6265bis 5.7 step 18 compares domains without looking at host-only; Firefox looks at it (recorded).
    row(Rule::ProtectsParentDomains, Family::Chromium, 58),
    row(Rule::ProtectsParentDomains, Family::Unknown, 0),
];

/// The rules that one browser follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rules(u32);

impl Rules {
    /// The rules of `browser`; an unknown version counts as the newest.
    pub fn of(browser: &Browser) -> Self {
        let follows = |row: &&Row| {
            row.family == browser.family && (browser.major == 0 || browser.major >= row.since)
        };
        Self(
            TABLE
                .iter()
                .filter(follows)
                .fold(0, |rules, row| rules | bit(row.rule)),
        )
    }

    /// Whether `rule` is among them.
    pub fn has(self, rule: Rule) -> bool {
        self.0 & bit(rule) != 0
    }
}

fn bit(rule: Rule) -> u32 {
    1 << (rule as u32)
}

/// Whether `browser` follows `rule`.
pub fn follows(browser: &Browser, rule: Rule) -> bool {
    Rules::of(browser).has(rule)
}

#[cfg(test)]
mod tests {
    use super::{Browser, Family, Rule, TABLE, follows};

    fn browser(family: Family, major: u32) -> Browser {
        Browser {
            family,
            major,
            ..Browser::default()
        }
    }

    #[test]
    fn a_rule_holds_from_its_version_on() {
        assert!(!follows(&browser(Family::Chromium, 79), Rule::LaxByDefault));
        assert!(follows(&browser(Family::Chromium, 80), Rule::LaxByDefault));
        assert!(follows(&browser(Family::Chromium, 0), Rule::LaxByDefault));
        assert!(!follows(&browser(Family::Firefox, 153), Rule::LaxByDefault));
    }

    #[test]
    fn no_rule_has_two_rows_for_one_family() {
        for (place, row) in TABLE.iter().enumerate() {
            let twins = TABLE
                .iter()
                .skip(place + 1)
                .filter(|other| other.rule == row.rule && other.family == row.family);
            assert_eq!(twins.count(), 0, "{row:?}");
        }
    }
}
