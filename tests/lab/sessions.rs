//! The session store, in memory as in many a real server, and as forgetful.

use std::collections::HashSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Sessions, refresh tokens and nonces by their random names.
#[derive(Debug, Default)]
pub(crate) struct Sessions {
    known: Mutex<HashSet<String>>,
}

impl Sessions {
    /// Starts one, and gives its name.
    pub(crate) fn start(&self) -> String {
        let name = random();
        self.lock().insert(name.clone());
        name
    }

    pub(crate) fn holds(&self, name: Option<&str>) -> bool {
        name.is_some_and(|name| self.lock().contains(name))
    }

    /// Forgets one, and says whether it was there: what may be used once only is used up by this.
    pub(crate) fn end(&self, name: &str) -> bool {
        self.lock().remove(name)
    }

    fn lock(&self) -> MutexGuard<'_, HashSet<String>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// 128 random bits in hexadecimal.
pub(crate) fn random() -> String {
    let mut bytes = [0_u8; 16];
    // Without randomness there is no session to keep apart; the scenarios still work one at a time.
    let _ = getrandom::fill(&mut bytes);
    hexadecimal(&bytes)
}

pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    let digits: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    digits.concat()
}
