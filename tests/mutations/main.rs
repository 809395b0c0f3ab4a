//! Does each condition of each rule decide a case? One after the other is taken out, and some recorded verdict must
//! change; so must one when a whole rule is taken out.
//!
//! The same is tried with each row of the policy: `policy-survivors.txt` lists those that no case guards yet.
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
use why401::diagnose::policy::{self, Row};
use why401::facts::{Facts, failing};
use why401::har::Har;
use why401::redact::{Key, Redacted};

use cases::Suite;
use log::Mode;
use mutation::Mutation;

const SURVIVORS: &str = "tests/mutations/survivors.txt";
const POLICY_SURVIVORS: &str = "tests/mutations/policy-survivors.txt";

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

fn redacted(case: &Given) -> Redacted {
    let har: Har = serde_json::from_value(serde_json::json!({ "log": case.log })).expect("a log");
    Redacted::of(&har.log.exchange(), &Key::of(b"0123456789abcdef"))
}

/// What became of the changes: the case whose verdict one changes first, and those that change none.
struct Run<'a> {
    noticed: BTreeMap<String, String>,
    alive: Vec<&'a Mutation>,
}

impl Run<'_> {
    /// Takes out of those alive what changes the verdict of this case.
    fn try_on(&mut self, case: &Given) {
        let redacted = redacted(case);
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
    compare(SURVIVORS, survivors);
}

#[test]
#[ignore = "takes minutes: ./build.sh test --full runs it"]
fn each_row_of_the_policy_changes_a_verdict_or_is_listed() {
    let cases = given();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let share = cases.len().div_ceil(threads);
    let guarded: BTreeSet<&str> = thread::scope(|scope| {
        let runs: Vec<_> = cases
            .chunks(share)
            .map(|cases| scope.spawn(move || guarded_rows(cases)))
            .collect();
        let runs = runs.into_iter();
        runs.flat_map(|run| run.join().expect("a run")).collect()
    });
    let all = policy::all().into_iter().map(|row| row.id);
    let survivors = all.filter(|id| !guarded.contains(id)).map(str::to_owned);
    compare(POLICY_SURVIVORS, survivors.collect());
}

/// The rows of the policy without which one of these cases is told otherwise.
fn guarded_rows(cases: &[Given]) -> BTreeSet<&'static str> {
    let mut guarded = BTreeSet::new();
    for case in cases {
        let redacted = redacted(case);
        let failing = failing::to_explain(redacted.exchange());
        if let Some(facts) = failing.and_then(|failing| Facts::of(&redacted, failing)) {
            add_guarded(&facts, &mut guarded);
        }
    }
    guarded
}

fn add_guarded(facts: &Facts<'_>, guarded: &mut BTreeSet<&'static str>) {
    let all = policy::all();
    let verdict = |rows: &[&'static Row]| line::of("", &diagnose_facts(facts, causes::ALL, rows));
    let before = verdict(&all);
    for row in &all {
        let applies = row.when.iter().all(|signal| signal.holds(facts))
            && !row.unless.iter().any(|signal| signal.holds(facts));
        if !applies || guarded.contains(row.id) {
            continue;
        }
        let others: Vec<_> = all.iter().copied().filter(|one| one.id != row.id).collect();
        if verdict(&others) != before {
            guarded.insert(row.id);
        }
    }
}

/// Asserts that the list holds these survivors and no others; `UPDATE=1` writes it.
fn compare(list: &str, survivors: BTreeSet<String>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(list);
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
