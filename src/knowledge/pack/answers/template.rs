//! A text with named holes, as `{"message":"jwt expired","expiredAt":"{{exp-iso}}"}`.

/// Stands before the name of a hole in the packed text; no server sends it.
pub(crate) const OPENS: char = '\u{1}';
/// Stands after the name of a hole in the packed text.
pub(crate) const CLOSES: char = '\u{2}';

/// So many letters and digits of a text with holes must be literal, or it would match nearly everything.
const FEWEST: usize = 8;

/// The text with its holes marked as the core reads them; what is wrong with it.
pub(crate) fn packed(text: &str) -> Result<String, String> {
    if text.contains([OPENS, CLOSES]) {
        return Err("holds a control character that marks holes".to_owned());
    }
    let mut packed = String::with_capacity(text.len());
    let mut literal = 0;
    let mut rest = text;
    let mut holes = 0;
    while let Some((before, after)) = rest.split_once("{{") {
        // `{{"code":…` and `{{}` open no hole.
        let hole = after.split_once("}}").filter(|(name, _)| is_name(name));
        packed.push_str(before);
        literal += letters(before);
        match hole {
            Some((name, after)) => {
                holes += 1;
                packed.push(OPENS);
                packed.push_str(name);
                packed.push(CLOSES);
                rest = after;
            }
            None => {
                packed.push_str("{{");
                rest = after;
            }
        }
    }
    packed.push_str(rest);
    literal += letters(rest);
    if holes > 0 && literal < FEWEST {
        return Err("is hardly more than its holes".to_owned());
    }
    Ok(packed)
}

/// Whether a packed text has holes.
pub(crate) fn has_holes(packed: &str) -> bool {
    packed.contains(OPENS)
}

fn is_name(name: &str) -> bool {
    name.bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && name.starts_with(|first: char| first.is_ascii_lowercase())
}

fn letters(text: &str) -> usize {
    text.chars().filter(|one| one.is_alphanumeric()).count()
}
