//! What each request carried, read once.

use std::cell::OnceCell;

use crate::exchange::Exchange;
use crate::facts::credentials::Credentials;

/// What each request of an exchange carried, read when it is first asked for.
#[derive(Debug)]
pub struct Carried<'a> {
    exchange: &'a Exchange,
    read: Vec<OnceCell<Credentials>>,
    nothing: Credentials,
}

impl<'a> Carried<'a> {
    /// Nothing has been read yet.
    pub(super) fn by(exchange: &'a Exchange) -> Self {
        Self {
            exchange,
            read: exchange.entries.iter().map(|_| OnceCell::new()).collect(),
            nothing: Credentials::default(),
        }
    }

    /// What the request at `index` carried; nothing where there is none.
    pub fn at(&self, index: usize) -> &Credentials {
        match (self.read.get(index), self.exchange.entries.get(index)) {
            (Some(read), Some(entry)) => read.get_or_init(|| Credentials::of(&entry.request)),
            _ => &self.nothing,
        }
    }

    /// Whether both requests carried the same.
    pub fn same(&self, one: usize, other: usize) -> bool {
        self.at(one).same_as(self.at(other))
    }
}
