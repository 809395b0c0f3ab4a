//! Signed in elsewhere: the limit of devices or sessions ended this one.

use crate::causes::{Cause, Finding, Fix};
use crate::diagnosis::Effort;
use crate::facts::Facts;
use crate::speech::Saying;

const ID: &str = "session-displaced";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "logged|signed|login|signin|log|sign ~3 another|other|different|elsewhere|new ~1 device|browser|location|place|computer|machine|client|session|window"),
        Saying::names(ID, "logged|signed|login ~3 elsewhere"),
        Saying::names(ID, "another|other|new|different|newer ~1 device|session|login|browser|location ~5 logged|signed|started|active|replaced|terminated|ended|used|detected"),
        Saying::names(ID, "session|token ~4 replaced|superseded|displaced|kicked|taken|overridden|overwritten"),
        Saying::names(ID, "kicked ~2 out|off|offline"),
        Saying::names(ID, "kickout"),
        Saying::names(ID, "too|maximum|max|exceeded|limit ~4 sessions|devices|session|concurrent"),
        Saying::names(ID, "maximum|max ~3 concurrent|active|simultaneous ~2 session|sessions|users|logins|devices"),
        Saying::names(ID, "concurrent|simultaneous|multiple|duplicate ~2 session|sessions|login|logins|logged"),
        Saying::names(ID, "device|session limit ~2 reached|exceeded"),
        Saying::names(ID, "maximum sessions"),
        Saying::names(ID, "be replaced be"),
        Saying::names(ID, "this session has been expired possibly due to multiple concurrent logins"),
        Saying::hints(ID, "anderen|anderem ~2 gerät|browser"),
        Saying::hints(ID, "autre appareil|navigateur|session"),
        Saying::hints(ID, "otro|outro dispositivo|navegador|navegador"),
        Saying::names(ID, "已在其他|在其他设备|在别处登录|其他地方登录|被顶下线|被踢下线|异地登录|另一台设备|已被顶"),
        Saying::names(ID, "別の端末|他の端末|別のデバイス"),
        Saying::hints(ID, "другом|другого устройстве|устройства|браузере"),
    ],
    examine,
};

/// What a server may say beside this without meaning anything else.
const BESIDE: &[&str] = &[ID, "token-invalid", "no-credentials", "basic-credentials-rejected", "session-expired", "token-revoked", "permission-denied", "authorization-missing", "token-expired", "rate-limited"];

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let finding = Finding::by_words_alone(&facts.said, ID, BESIDE)?;
    Some(
        finding
            .hiding(&["token-invalid", "session-expired", "no-credentials"])
            .fix(Fix::person(Effort::Easy, "again"))
            .fix(Fix::person(Effort::Medium, "others"))
            .fix(Fix::frontend(Effort::Medium, "handle")),
    )
}
