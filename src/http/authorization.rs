//! stub
use crate::token::credential::Credential;
/// stub
#[derive(Clone, Debug)]
pub struct Authorization {
    /// stub
    pub credential: Option<Credential>,
}
/// stub
pub fn parse(_: &str) -> Authorization {
    Authorization { credential: None }
}
