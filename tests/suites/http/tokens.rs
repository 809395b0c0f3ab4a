//! Tokens that the libraries' own tests refuse, and what they say of them.

use why401::token::claims::FAULTS;
use why401::token::jwt::{self, Jwt};

use crate::{rows, text};

#[test]
fn every_malformed_token_is_called_what_it_is() {
    let rows: Vec<_> = rows(include_str!("../data/jwt/malformed.json"));
    for row in rows {
        let told = match jwt::decode(text(&row, "token")) {
            Err(error) => vec![error.to_string()],
            Ok(Jwt::Encrypted) => Vec::new(),
            Ok(Jwt::Signed(claims)) => {
                let names = FAULTS
                    .iter()
                    .filter(|(fault, _)| claims.faults.contains(fault));
                names.map(|(_, name)| (*name).to_owned()).collect()
            }
        };
        let (class, reference) = (
            text(&row, "error_class"),
            text(&row, "reference_decode_error"),
        );
        assert!(
            told.iter().any(|told| told == class || told == reference),
            "{row}: {told:?}"
        );
    }
}
