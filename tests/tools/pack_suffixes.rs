//! Packs a public suffix list for `src/cookie/suffix.rs`, which describes the form.
//!
//! `cargo run --example pack-suffixes -- public_suffix_list.dat`; the list stands at
//! <https://publicsuffix.org/list/public_suffix_list.dat>.

use std::collections::{BTreeMap, HashMap};
use std::process::ExitCode;

const NOTICE: &str = "Public Suffix List, https://publicsuffix.org/list/, packed for why401.\n\
    This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.\n\
    If a copy of the MPL was not distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/.\n";
const OUTPUT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/cookie/suffix/rules.bin");

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        return fail("usage: pack-suffixes public_suffix_list.dat");
    };
    let list = match std::fs::read_to_string(&path) {
        Ok(list) => list,
        Err(error) => return fail(&format!("{path}: {error}")),
    };
    let mut packed = NOTICE.as_bytes().to_vec();
    packed.push(0);
    packed.extend(pack(&list));
    match std::fs::write(OUTPUT, packed) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&format!("{OUTPUT}: {error}")),
    }
}

#[expect(clippy::print_stderr, reason = "a tool for the terminal")]
fn fail(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::FAILURE
}

/// A tree of characters, before equal ends are shared.
#[derive(Default)]
struct Tree {
    flags: u8,
    edges: BTreeMap<u8, Tree>,
}

/// A node of the shared graph: its flags, and its edges to nodes by number.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Node {
    flags: u8,
    edges: Vec<(u8, usize)>,
}

fn pack(list: &str) -> Vec<u8> {
    let mut tree = Tree::default();
    for line in list.lines() {
        let rule = line.split_whitespace().next().unwrap_or_default();
        if !rule.is_empty() && !rule.starts_with("//") {
            insert(&mut tree, rule);
        }
    }
    let mut nodes = Vec::new();
    let root = share(&tree, &mut nodes, &mut HashMap::new());
    encode(&nodes, root)
}

fn insert(tree: &mut Tree, rule: &str) {
    let (flag, name) = match (rule.strip_prefix("*."), rule.strip_prefix('!')) {
        (Some(name), _) => (0x20, name),
        (_, Some(name)) => (0x40, name),
        _ => (0x10, rule),
    };
    let mut node = tree;
    for byte in why401::cookie::host::canonical(name).bytes().rev() {
        node = node.edges.entry(byte).or_default();
    }
    node.flags |= flag;
}

/// Numbers the nodes from the leaves up, equal ones once.
fn share(tree: &Tree, nodes: &mut Vec<Node>, known: &mut HashMap<Node, usize>) -> usize {
    let edges = tree
        .edges
        .iter()
        .map(|(byte, child)| (*byte, share(child, nodes, known)))
        .collect();
    let node = Node {
        flags: tree.flags,
        edges,
    };
    *known.entry(node.clone()).or_insert_with(|| {
        nodes.push(node);
        nodes.len() - 1
    })
}

/// Writes the nodes in such an order that every distance points forward, each chain's nodes side by side.
///
/// The bytes are laid from the end: a node is written before (in the file) all that it leads to.
fn encode(nodes: &[Node], root: usize) -> Vec<u8> {
    let mut order = Vec::new();
    let mut seen = vec![false; nodes.len()];
    finish(nodes, root, &mut seen, &mut order);
    let mut reversed = Vec::new();
    let mut ends: HashMap<usize, usize> = HashMap::new();
    let mut last = None;
    for number in order {
        let Some(node) = nodes.get(number) else {
            continue;
        };
        let body = match node.edges.as_slice() {
            [(byte, child)] if node.flags == 0 && last == Some(*child) => vec![*byte],
            edges => branch(node.flags, edges, reversed.len(), &ends),
        };
        reversed.extend(body.iter().rev());
        ends.insert(number, reversed.len());
        last = Some(number);
    }
    reversed.reverse();
    reversed
}

/// Lists the nodes so that each comes after all that it leads to.
fn finish(nodes: &[Node], number: usize, seen: &mut [bool], order: &mut Vec<usize>) {
    if seen.get(number).copied().unwrap_or(true) {
        return;
    }
    if let Some(flag) = seen.get_mut(number) {
        *flag = true;
    }
    for (_, child) in nodes
        .get(number)
        .map(|node| node.edges.as_slice())
        .unwrap_or_default()
    {
        finish(nodes, *child, seen, order);
    }
    order.push(number);
}

fn branch(
    flags: u8,
    edges: &[(u8, usize)],
    written: usize,
    ends: &HashMap<usize, usize>,
) -> Vec<u8> {
    let count = u8::try_from(edges.len()).unwrap_or(u8::MAX);
    let mut body = if count < 15 {
        vec![0x80 | flags | count]
    } else {
        vec![0x8F | flags, count]
    };
    for (byte, child) in edges {
        body.push(*byte);
        let mut distance = written - ends.get(child).copied().unwrap_or(written);
        while distance >= 0x80 {
            body.push(0x80 | u8::try_from(distance & 0x7F).unwrap_or_default());
            distance >>= 7;
        }
        body.push(u8::try_from(distance).unwrap_or_default());
    }
    body
}
