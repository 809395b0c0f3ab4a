//! Parts of the README that are made from the code and from what is measured.

use std::fs;

#[expect(
    clippy::disallowed_methods,
    reason = "a test may be told to remake what it compares with"
)]
fn is_set(name: &str) -> bool {
    std::env::var(name).is_ok_and(|value| !value.is_empty())
}

/// Asserts that the README holds this between the marks of this name; with `UPDATE=1` it is written there.
///
/// `tests` are the arguments of `cargo test` that write it.
pub(crate) fn holds(name: &str, made: &str, tests: &str) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = fs::read_to_string(path).expect("the README");
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let (before, rest) = readme.split_once(&begin).expect("a beginning");
    let (there, after) = rest.split_once(&end).expect("an end");
    if there != made && is_set("UPDATE") {
        assert!(!is_set("CI"), "nothing is remade where CI is set");
        fs::write(path, format!("{before}{begin}{made}{end}{after}")).expect("the README written");
        return;
    }
    assert!(
        there == made,
        "the README is stale: `UPDATE=1 cargo test {tests}` remakes it\n{made}"
    );
}
