//! Pieces of code for the stack that shows itself: which there are, and which fits.
//!
//! A rule names a recipe; its texts stand in `words/snippet.md` under `snippet.<recipe>.<stack>`. Values in them are
//! hostile text and are quoted by [`quote`].

use serde_json::{Map, Value};

use crate::facts::{Facts, client};

mod quote;
mod recipes;

pub use quote::quoted;
pub use recipes::{RECIPES, Recipe};

/// What a piece of code is written for: `http` is the plain header line, which any stack can send.
pub type Stack = &'static str;

/// A recipe's snippet for one stack.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The stack.
    pub stack: Stack,
    /// The key of its text.
    pub key: String,
    /// Its values, quoted for the stack.
    pub args: Map<String, Value>,
}

/// What showed itself of the stacks at both ends of the request.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    library: Option<Stack>,
    servers: Vec<Stack>,
}

impl Seen {
    /// What the request and its answer show.
    pub fn of(facts: &Facts<'_>) -> Self {
        let servers = facts.responders.iter();
        Self {
            library: Some(client::library(&facts.entry().request)),
            servers: servers.filter_map(|product| product.stack).collect(),
        }
    }

    fn holds(&self, stack: Stack) -> bool {
        self.library == Some(stack) || self.servers.contains(&stack)
    }
}

/// The snippets of a recipe: that for the stack that was seen first, else the plain one; then those for the others.
pub fn choose(recipe: &str, seen: &Seen, args: &Map<String, Value>) -> Vec<Choice> {
    let Some(recipe) = RECIPES.iter().find(|known| known.id == recipe) else {
        return Vec::new();
    };
    let mut stacks: Vec<Stack> = recipe.stacks().collect();
    // A stable sort: what was not seen keeps its order.
    stacks.sort_by_key(|stack| !seen.holds(stack));
    stacks
        .into_iter()
        .map(|stack| Choice {
            stack,
            key: format!("snippet.{}.{stack}", recipe.id),
            args: quoted(stack, recipe.args, args),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::Map;

    use super::{RECIPES, Seen, choose};
    use crate::knowledge;

    #[test]
    fn what_was_seen_comes_first_and_the_plain_one_where_nothing_was() {
        let seen = Seen {
            library: Some("axios"),
            servers: vec!["nginx", "django"],
        };
        let first = |recipe, seen: &Seen| {
            choose(recipe, seen, &Map::new())
                .first()
                .map(|choice| choice.stack)
        };
        assert_eq!(first("cookie-none", &seen), Some("django"));
        assert_eq!(first("pass-authorization", &seen), Some("nginx"));
        assert_eq!(first("include", &seen), Some("axios"));
        assert_eq!(first("cookie-none", &Seen::default()), Some("http"));
        assert_eq!(first("include", &Seen::default()), Some("fetch"));
        assert_eq!(first("no-such-recipe", &seen), None);
    }

    #[test]
    fn every_stack_of_a_provider_is_one_of_some_recipe() {
        for stack in knowledge::ALL.iter().filter_map(|one| one.stack) {
            assert!(
                RECIPES
                    .iter()
                    .any(|recipe| recipe.stacks().any(|one| one == stack)),
                "{stack}"
            );
        }
    }
}
