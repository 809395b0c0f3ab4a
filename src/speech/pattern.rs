//! The notation of our phrases, and the search for one in a list of words.

/// Whether the phrase stands somewhere in the words; see [`super::Words::hold`].
pub(super) fn found(words: &[Option<String>], phrase: &str) -> bool {
    let (anchored, phrase) = phrase
        .strip_prefix('^')
        .map_or((false, phrase), |rest| (true, rest));
    let (to_the_end, phrase) = phrase
        .strip_suffix('$')
        .map_or((false, phrase), |rest| (true, rest));
    let parts: Vec<&str> = phrase.split_ascii_whitespace().collect();
    if parts.is_empty() {
        return false;
    }
    (0..words.len()).any(|start| {
        let begins = start == 0
            || words
                .get(start.wrapping_sub(1))
                .is_some_and(Option::is_none);
        (!anchored || begins)
            && from_here(words.get(start..).unwrap_or_default(), &parts, to_the_end)
    })
}

fn from_here(words: &[Option<String>], parts: &[&str], to_the_end: bool) -> bool {
    let Some((part, rest)) = parts.split_first() else {
        return !to_the_end || words.first().is_none_or(Option::is_none);
    };
    if let Some(gap) = part.strip_prefix('~') {
        let most: usize = gap.parse().unwrap_or(0);
        let same_sentence = words.iter().take_while(|word| word.is_some()).count();
        return (0..=most.min(same_sentence))
            .any(|skipped| from_here(words.get(skipped..).unwrap_or_default(), rest, to_the_end));
    }
    match words.split_first() {
        Some((Some(word), after)) => fits(word, part) && from_here(after, rest, to_the_end),
        _ => false,
    }
}

fn fits(word: &str, part: &str) -> bool {
    part.split('|')
        .any(|choice| match choice.strip_suffix('*') {
            Some(stem) => word.starts_with(stem),
            None if choice.chars().any(without_blanks) => word.contains(choice),
            None => word == choice,
        })
}

/// Scripts that put no blanks between words: Chinese characters, Japanese kana, Thai.
fn without_blanks(character: char) -> bool {
    matches!(character, '\u{0e00}'..='\u{0e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use crate::speech::Words;

    #[track_caller]
    fn check(text: &str, phrase: &str, holds: bool) {
        assert_eq!(
            Words::of(text).hold(phrase),
            holds,
            "{phrase:?} in {text:?}"
        );
    }

    #[test]
    fn spelling_case_and_punctuation_do_not_matter() {
        for text in [
            "token expired",
            "TokenExpiredError",
            "TOKEN_EXPIRED",
            "the token, expired!",
            "token-expired",
            "JWTTokenExpired",
        ] {
            check(text, "token expired", true);
        }
        check("jwt expired", "token expired", false);
    }

    #[test]
    fn alternatives_stems_and_gaps_are_understood() {
        check(
            "Access token has already expired",
            "jwt|token ~3 expir*",
            true,
        );
        check("Token. Nothing here has expired", "token ~5 expired", false);
        check(
            "token one two three four expired",
            "token ~3 expired",
            false,
        );
    }

    #[test]
    fn anchors_hold_a_sentence_by_its_ends() {
        check("Unauthorized", "^unauthorized$", true);
        check("Unauthorized client", "^unauthorized$", false);
        check("Not unauthorized", "^unauthorized$", false);
    }

    #[test]
    fn scripts_without_blanks_match_inside_a_word() {
        check("您的登录已过期，请重新登录", "已过期", true);
    }

    #[test]
    fn an_empty_phrase_stands_nowhere() {
        check("anything", "", false);
        check("anything", "^$", false);
    }
}
