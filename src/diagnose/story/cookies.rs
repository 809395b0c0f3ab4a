//! What became of the cookies: those that an answer set, those that stayed at home, those that went before.

use serde_json::Value;

use super::{BROWSER, Teller};
use crate::diagnose::lines::said;
use crate::diagnosis::Message;
use crate::diagnosis::detail::Tone;
use crate::exchange::{Entry, LossCause};
use crate::facts::AtHome;
use crate::facts::names::CookieRole;

/// So many cookies of each exchange are told.
const MOST: usize = 3;

impl Teller<'_, '_> {
    /// The cookies that an answer sets: kept, or not, and why.
    pub(super) fn cookies_set(&mut self, at: usize, entry: &Entry) {
        let set = || {
            self.facts
                .cookies
                .set
                .iter()
                .filter(|(index, one)| {
                    *index == at && CookieRole::of(&one.name) != CookieRole::Aside
                })
                .map(|(_, one)| one)
        };
        let kept: Vec<Value> = set()
            .filter(|one| one.stored)
            .take(MOST)
            .map(|one| Value::from(one.name.as_str()))
            .collect();
        let refused: Vec<(Message, Vec<Message>)> = set()
            .filter(|one| !one.stored)
            .take(MOST)
            .map(|one| {
                let reasons = one.reasons.iter().map(|reason| reason.as_str());
                (
                    said("story.refused", &[("cookie", one.name.as_str().into())]),
                    reasons.map(reason).collect(),
                )
            })
            .collect();
        if !kept.is_empty() {
            let message = said("story.kept", &[("cookies", Value::Array(kept))]);
            self.step(entry.ended(), (BROWSER, BROWSER), Tone::Good, message);
        }
        for (message, why) in refused {
            self.step(entry.ended(), (BROWSER, BROWSER), Tone::Bad, message);
            self.detail(why);
        }
    }

    /// The cookies that could carry a session and stayed at home.
    pub(super) fn withheld(&mut self) {
        let cookies = &self.facts.cookies;
        let told: Vec<(Message, Vec<Message>)> = cookies
            .home
            .iter()
            .chain(&cookies.ended)
            .take(MOST)
            .map(|one: &AtHome| {
                let reasons = one.verdict.reasons.iter().map(|reason| reason.as_str());
                (
                    said(
                        "story.withheld",
                        &[("cookie", one.cookie.name.as_str().into())],
                    ),
                    reasons.map(reason).collect(),
                )
            })
            .collect();
        let at = self.facts.entry().started;
        for (message, why) in told {
            self.step(at, (BROWSER, BROWSER), Tone::Bad, message);
            self.detail(why);
        }
    }

    /// Sessions that went before the request did.
    pub(super) fn losses(&mut self) {
        let started = self.facts.entry().started;
        let lost = self.facts.exchange.losses.iter().filter(|loss| {
            CookieRole::of(&loss.name) == CookieRole::Session
                && loss.time.zip(started).is_some_and(|(time, at)| time <= at)
        });
        for loss in lost.take(MOST) {
            let key = match loss.cause {
                LossCause::Expired => "story.lost-expired",
                LossCause::Evicted => "story.lost-evicted",
                LossCause::Explicit => "story.lost-explicit",
                LossCause::ExpiredOverwrite => "story.lost-deleted",
                LossCause::Overwrite | LossCause::Unknown => continue,
            };
            let message = said(key, &[("cookie", loss.name.as_str().into())]);
            self.step(loss.time, (BROWSER, BROWSER), Tone::Bad, message);
        }
    }
}

fn reason(id: &str) -> Message {
    said(&format!("reason.{id}"), &[])
}
