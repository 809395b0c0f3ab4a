//! The command: its contract, its words for people, what it survives, and the tables made from it.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by them, and says where"
)]

#[path = "../redaction/canary.rs"]
mod canary;
mod contract;
#[path = "../redaction/forms.rs"]
mod forms;
mod hostile;
mod large;
mod made;
mod people;
mod phrases;
#[path = "../readme.rs"]
mod readme;
mod run;
mod sanitized;
mod secrets;
mod trace;
