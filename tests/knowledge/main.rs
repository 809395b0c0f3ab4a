//! The data files of `src/knowledge`: what the packing step refuses, whether sources hold what they are named for, and
//! that what was saved by an older build is read as it was meant.

#![expect(
    clippy::expect_used,
    reason = "a test may fail where its cases are not as they should be"
)]

#[path = "../corpus/log.rs"]
mod log;

#[path = "../../src/knowledge/pack/answers.rs"]
#[allow(
    dead_code,
    reason = "what only the packing step reads is not read here"
)]
mod answers;
#[path = "../../src/knowledge/pack/check.rs"]
#[allow(
    dead_code,
    reason = "what only the packing step reads is not read here"
)]
mod check;
#[path = "../../src/knowledge/pack/pattern.rs"]
#[allow(
    dead_code,
    reason = "what only the packing step reads is not read here"
)]
mod pattern;
#[path = "../../src/knowledge/pack/product.rs"]
#[allow(
    dead_code,
    reason = "what only the packing step reads is not read here"
)]
mod product;
#[path = "../../src/knowledge/pack/read.rs"]
#[allow(
    dead_code,
    reason = "what only the packing step reads is not read here"
)]
mod read;

mod credentials;
#[path = "answers.rs"]
mod known;
mod packing;
#[path = "../readme.rs"]
mod readme;
mod row;
mod saved;
mod sources;
