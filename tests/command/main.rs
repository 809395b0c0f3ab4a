//! The command: its contract, its words for people, what it survives, and the tables made from it.

mod contract;
mod hostile;
mod large;
mod made;
mod people;
mod run;
mod sanitized;
