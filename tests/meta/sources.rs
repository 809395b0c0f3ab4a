//! The source files of the project.

use std::fs;
use std::path::Path;

/// Every Rust file, by its path in the project, with its text.
pub(crate) fn all() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for folder in ["src", "tests"] {
        gather(root, &root.join(folder), &mut found);
    }
    assert!(found.len() > 100, "the sources are not where they were");
    found
}

fn gather(root: &Path, folder: &Path, found: &mut Vec<(String, String)>) {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            if !path.ends_with("node_modules") && !path.ends_with("output") {
                gather(root, &path, found);
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let short = path.strip_prefix(root).unwrap_or(&path);
            found.push((short.display().to_string(), text));
        }
    }
}
