//! The data themselves: own pages only, nothing without a source, no mark that two bear.

use std::collections::{BTreeMap, BTreeSet};

use why401::knowledge::{ALL, Lifetime, Product};
use why401::words::Words;

fn host(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://")?;
    rest.split(['/', '?', '#']).next()
}

/// What is wrong, one line each; the failure of a test says all of it.
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn each(fault: impl Fn(&Product) -> Vec<String>) -> Vec<String> {
    let of = |provider: &&'static Product| {
        let faults = fault(provider).into_iter();
        faults
            .map(|text| format!("{}: {text}", provider.id))
            .collect::<Vec<_>>()
    };
    ALL.iter().flat_map(of).collect()
}

#[test]
fn every_page_is_on_a_host_of_the_provider_by_https() {
    none(&each(|provider| {
        let pages = provider.links.iter();
        pages
            .filter(|link| !host(link.url).is_some_and(|host| provider.shows(host)))
            .map(|link| link.url.to_owned())
            .collect()
    }));
}

#[test]
fn there_is_no_page_and_no_lifetime_without_a_source() {
    none(&each(|provider| {
        let unread = provider.sources.is_empty() && !provider.links.is_empty();
        let lifetimes = provider.lifetimes.iter();
        lifetimes
            .filter(|lifetime| {
                provider
                    .sources
                    .iter()
                    .all(|source| source.url != lifetime.source)
            })
            .map(|lifetime| lifetime.source.to_owned())
            .chain(unread.then(|| "pages and no source".to_owned()))
            .collect()
    }));
}

#[test]
fn every_source_has_an_address_and_a_day() {
    let is_day = |text: &str| {
        let parts: Vec<&str> = text.split('-').collect();
        let numbers = parts
            .iter()
            .all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        numbers && parts.iter().map(|part| part.len()).eq([4, 2, 2]) && text >= "2026-01-01"
    };
    none(&each(|provider| {
        let sources = provider.sources.iter();
        sources
            .filter(|source| host(source.url).is_none() || !is_day(source.looked_up))
            .map(|source| format!("{} ({})", source.url, source.looked_up))
            .collect()
    }));
}

#[test]
fn every_provider_was_looked_up() {
    none(&each(|provider| {
        let unread = provider.sources.is_empty();
        unread.then(|| "no source".to_owned()).into_iter().collect()
    }));
}

#[test]
fn no_source_is_told_twice() {
    none(&each(|provider| {
        let mut told = BTreeSet::new();
        let sources = provider.sources.iter();
        sources
            .filter(|source| !told.insert(source.url))
            .map(|source| source.url.to_owned())
            .collect()
    }));
}

#[test]
fn no_two_providers_bear_one_mark() {
    let mut bearers: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for provider in ALL {
        for mark in provider.marks {
            bearers
                .entry(format!("{mark:?}").to_lowercase())
                .or_default()
                .insert(provider.id);
        }
        for own in provider.hosts {
            bearers
                .entry(format!("host {own}"))
                .or_default()
                .insert(provider.id);
        }
    }
    let shared = bearers.into_iter().filter(|(_, ids)| ids.len() > 1);
    none(
        &shared
            .map(|(mark, ids)| format!("{mark}: {ids:?}"))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn every_provider_has_an_id_of_its_own_and_no_page_twice() {
    let ids: BTreeSet<&str> = ALL.iter().map(|one| one.id).collect();
    assert_eq!(ids.len(), ALL.len());
    none(&each(|provider| {
        let goals: BTreeSet<&str> = provider.links.iter().map(|link| link.goal.id()).collect();
        if goals.len() == provider.links.len() {
            Vec::new()
        } else {
            vec!["a page twice".to_owned()]
        }
    }));
}

#[test]
fn every_lifetime_can_be_said() {
    let words = Words::english();
    none(&each(|provider| {
        let lifetimes = provider.lifetimes.iter();
        lifetimes
            .map(Lifetime::key)
            .filter(|key| !words.has(key))
            .collect()
    }));
}

#[test]
fn every_page_can_be_said() {
    let words = Words::english();
    none(&each(|provider| {
        let keys = provider
            .links
            .iter()
            .map(|link| format!("provider.link.{}", link.goal.id()));
        keys.filter(|key| !words.has(key)).collect()
    }));
}
