//! Does each condition of each rule decide a case? One after the other is taken out, and some recorded verdict must
//! change; so must one when a whole rule is taken out.
//!
//! What changes no verdict is a survivor and stands in `survivors.txt`: a condition that no case guards yet.
//! `./build.sh test --full` runs it; `UPDATE=1 cargo test --test mutations -- --ignored` writes the list again.

#![expect(
    clippy::expect_used,
    reason = "a test may fail where its cases are not as they should be"
)]

#[path = "../snapshots/cases.rs"]
mod cases;
#[path = "../snapshots/line.rs"]
mod line;
#[path = "../corpus/log.rs"]
mod log;
#[path = "../providers/short.rs"]
mod short;

mod mutation;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::thread;

use serde_json::Value;
use why401::causes::{self, Cause};
use why401::diagnose::diagnose_facts;
use why401::diagnose::policy;
use why401::facts::{Facts, failing};
use why401::har::Har;
use why401::redact::{Key, Redacted};

use cases::Suite;
use log::Mode;
use mutation::Mutation;

const SURVIVORS: &str = "tests/mutations/survivors.txt";

static SUITES: [&Suite; 5] = [
    &cases::CORPUS,
    &cases::COMPOSED,
    &cases::FAILING,
    &cases::CAUSES,
    &cases::PRODUCTS,
];

/// A case as the core is given it, with its name in the snapshots.
struct Given {
    name: String,
    log: Value,
}

/// The cases in both modes.
fn given() -> Vec<Given> {
    SUITES.iter().flat_map(|suite| given_of(suite)).collect()
}

fn given_of(suite: &Suite) -> Vec<Given> {
    let logs = suite.logs();
    assert!(!logs.is_empty(), "{} has no cases", suite.name);
    let modes = logs.iter().flat_map(|(name, log)| {
        let named = |mode: &str, log| Given {
            name: format!("{}-{mode}: {name}", suite.name),
            log,
        };
        let given = log::given(log, Mode::Given);
        let live = log::given(log, Mode::Live);
        let live = (live != given).then(|| named("live", live));
        [Some(named("given", given)), live]
    });
    modes.flatten().collect()
}

/// What became of the changes: the case whose verdict one changes first, and those that change none.
struct Run<'a> {
    noticed: BTreeMap<String, String>,
    alive: Vec<&'a Mutation>,
}

impl Run<'_> {
    /// Takes out of those alive what changes the verdict of this case.
    fn try_on(&mut self, case: &Given) {
        let har: Har =
            serde_json::from_value(serde_json::json!({ "log": case.log })).expect("a log");
        let redacted = Redacted::of(&har.log.exchange(), &Key::of(b"0123456789abcdef"));
        let failing = failing::to_explain(redacted.exchange());
        let Some(facts) = failing.and_then(|failing| Facts::of(&redacted, failing)) else {
            return;
        };
        let policy = policy::all();
        let verdict =
            |causes: &[&'static Cause]| line::of("", &diagnose_facts(&facts, causes, &policy));
        let before = verdict(causes::ALL);
        self.alive.retain(|mutation| {
            let same = !mutation.matters(&facts) || verdict(&mutation.causes()) == before;
            if !same {
                self.noticed.insert(mutation.name(), case.name.clone());
            }
            same
        });
    }
}

/// Tries each change on each case, until one notices it.
fn run<'a>(mutations: &'a [Mutation], cases: &[Given]) -> Run<'a> {
    let mut run = Run {
        noticed: BTreeMap::new(),
        alive: mutations.iter().collect(),
    };
    for case in cases {
        run.try_on(case);
    }
    run
}

/// The changes that a case notices, with that case; the work is shared between the processor's cores.
fn noticed(mutations: &[Mutation], cases: &[Given]) -> BTreeMap<String, String> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let share = cases.len().div_ceil(threads);
    thread::scope(|scope| {
        let runs: Vec<_> = cases
            .chunks(share)
            .map(|cases| scope.spawn(move || run(mutations, cases).noticed))
            .collect();
        runs.into_iter()
            .flat_map(|run| run.join().expect("a run"))
            .collect()
    })
}

#[test]
#[ignore = "takes minutes: ./build.sh test --full runs it"]
fn each_condition_of_each_rule_changes_a_verdict_or_is_listed() {
    let mutations = mutation::all();
    let noticed = noticed(&mutations, &given());
    for (change, case) in &noticed {
        println!("{change}\n    {case}");
    }
    let all = mutations.iter().map(Mutation::name);
    let survivors: BTreeSet<String> = all.filter(|name| !noticed.contains_key(name)).collect();
    println!(
        "{} changes of rules, {} change no verdict",
        mutations.len(),
        survivors.len()
    );
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(SURVIVORS);
    if std::env::var_os("UPDATE").is_some() {
        let lines: Vec<String> = survivors.into_iter().collect();
        fs::write(path, lines.join("\n") + "\n").expect("the survivors written");
        return;
    }
    let text = fs::read_to_string(path).unwrap_or_default();
    let listed: BTreeSet<String> = text.lines().map(str::to_owned).collect();
    let new: Vec<_> = survivors.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(&survivors).collect();
    assert!(
        new.is_empty() && gone.is_empty(),
        "no case guards any more: {new:#?}\nguarded now, so no longer to be listed: {gone:#?}"
    );
}
