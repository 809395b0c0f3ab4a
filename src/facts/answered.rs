//! What is known of those who answered, asked of the facts.

use crate::facts::Facts;
use crate::facts::responder::Shown;
use crate::knowledge::{self, Kind, Mark, Product, Sign, Trait};

impl Facts<'_> {
    /// Whether one who answered does this otherwise than most.
    pub fn answered_with(&self, wanted: Trait) -> bool {
        self.responders.iter().any(|one| one.has(wanted))
    }

    /// Whether a product of one of these kinds refused by itself, before an application was asked.
    pub fn refused_by(&self, kinds: &[Kind]) -> bool {
        self.shows(kinds, |product| product.refuses)
    }

    /// Whether a product of one of these kinds made the response itself.
    pub fn made_by(&self, kinds: &[Kind]) -> bool {
        self.shows(kinds, |product| product.answers)
    }

    /// Whether the response bears all of these marks.
    pub fn bears(&self, marks: &[Mark]) -> bool {
        self.shown()
            .is_some_and(|shown| marks.iter().all(|mark| shown.bears(*mark)))
    }

    /// Whether the path of the request ends so with one who answered.
    pub fn path_ends(&self, ends: fn(&Product) -> &'static [&'static str]) -> bool {
        let path = self.request.path();
        let known = self.responders.iter().flat_map(|one| ends(one));
        known.into_iter().any(|end| path.ends_with(end))
    }

    fn shows(&self, kinds: &[Kind], signs: fn(&Product) -> &'static [Sign]) -> bool {
        let Some(shown) = self.shown() else {
            return false;
        };
        let of_kind = knowledge::ALL
            .iter()
            .filter(|one| kinds.contains(&one.kind));
        let mut signs = of_kind.flat_map(|one| signs(one));
        signs.any(|sign| shown.carries(sign))
    }

    fn shown(&self) -> Option<Shown<'_>> {
        Some(Shown {
            entry: self.entry(),
            response: self.answer()?,
            challenges: &self.challenges,
            said: &self.said,
            host: self.request.host(),
        })
    }
}
