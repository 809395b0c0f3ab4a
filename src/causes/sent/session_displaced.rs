//! Signed in elsewhere: the limit of devices or sessions ended this one.

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::speech::Saying;

const ID: &str = "session-displaced";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(
            ID,
            "logged|signed|login|signin|log|sign ~3 another|other|different|elsewhere|new ~1 device|browser|location|place|computer|machine|client|session|window",
        ),
        Saying::names(ID, "logged|signed|login ~3 elsewhere"),
        Saying::names(
            ID,
            "another|other|new|different|newer ~1 device|session|login|browser|location ~5 logged|signed|started|active|replaced|terminated|ended|used|detected",
        ),
        Saying::names(
            ID,
            "session ~4 replaced|superseded|displaced|kicked|taken|overridden|overwritten",
        ),
        Saying::names(ID, "token ~4 displaced|kicked|taken|overridden|overwritten"),
        Saying::names(ID, "kicked ~2 out|off|offline"),
        Saying::names(ID, "kickout"),
        Saying::names(
            ID,
            "too|maximum|max|exceeded|limit ~4 sessions|devices|session|concurrent",
        ),
        Saying::names(
            ID,
            "maximum|max ~3 concurrent|active|simultaneous ~2 session|sessions|users|logins|devices",
        ),
        Saying::names(
            ID,
            "concurrent|simultaneous|multiple|duplicate ~2 session|sessions|login|logins|logged",
        ),
        Saying::names(ID, "device|session limit ~2 reached|exceeded"),
        Saying::names(ID, "maximum sessions"),
        Saying::names(ID, "be replaced be"),
        Saying::names(
            ID,
            "this session has been expired possibly due to multiple concurrent logins",
        ),
        Saying::names(
            ID,
            "logged|signed|accessed|used|opened|started|authenticated|login|signin|connected ~4 another|other|different|new|second ~1 device|browser|location|tab|computer|phone|place|client|machine|window",
        ),
        Saying::names(
            ID,
            "another|other|different ~1 device|browser|location|tab|computer|phone ~4 logged|signed|using|uses|login|accessed",
        ),
        Saying::names(ID, "only one ~3 session|device|login|tab"),
        Saying::names(ID, "already ~3 logged|signed in ~4 another|other|elsewhere"),
        Saying::names(ID, "thiết bị khác"),
        Saying::names(ID, "someone|somebody else ~2 logged|signed|logs|signs in"),
        Saying::names(ID, "account ~2 in use ~2 another|other|different"),
        Saying::names(ID, "connecté|connectée|ouverte|utilisé ~1 ailleurs"),
        Saying::names(ID, "başka ~2 cihaz*|yer*|tarayıcı*|konum*"),
        Saying::names(ID, "別の端末|他の端末|別のデバイス|他のデバイス"),
        Saying::names(ID, "с другого|другом устройств*|браузер*"),
        Saying::names(ID, "otro|otra ~1 dispositivo|ubicación|navegador|equipo"),
        Saying::names(ID, "outro ~1 dispositivo|local|navegador|aparelho"),
        Saying::names(ID, "autre ~1 appareil|poste|navigateur"),
        Saying::names(ID, "anderen|anderes|anderem ~1 gerät|browser|ort"),
        Saying::names(ID, "altro dispositivo"),
        Saying::names(
            ID,
            "其他设备|其它设备|另一设备|别的设备|其他地方|别处登录|异地登录",
        ),
        Saying::names(ID, "다른 기기*|장치*|곳*|브라우저*"),
        Saying::names(ID, "중복 로그인*"),
        Saying::hints(ID, "anderen|anderem ~2 gerät|browser"),
        Saying::hints(ID, "autre appareil|navigateur|session"),
        Saying::hints(ID, "otro|outro dispositivo|navegador|navegador"),
        Saying::names(
            ID,
            "已在其他|在其他设备|在别处登录|其他地方登录|被顶下线|被踢下线|异地登录|另一台设备|已被顶",
        ),
        Saying::names(ID, "別の端末|他の端末|別のデバイス"),
        Saying::hints(ID, "другом|другого устройстве|устройства|браузере"),
    ],
    rules: &RULES,
    signs_out: true,
};

/// What a server may say beside this without meaning anything else.
const BESIDE: Signal = Signal::NamedBeside(&[
    ID,
    "token-invalid",
    "no-credentials",
    "basic-credentials-rejected",
    "session-expired",
    "token-revoked",
    "permission-denied",
    "authorization-missing",
    "token-expired",
    "rate-limited",
]);

static RULES: Rules = Rules {
    rows: &[
        Rule::heard("named", Confidence::Certain, ID)
            .when(&[Signal::Named(ID)])
            .unless(&[BESIDE]),
        Rule::heard("named-beside-another", Confidence::Likely, ID).when(&[Signal::Named(ID)]),
        Rule::likely("hinted", Trust::Typical)
            .when(&[Signal::Said(ID)])
            .unless(&[BESIDE]),
        Rule::possible("hinted-beside-another", Trust::Typical).when(&[Signal::Said(ID)]),
    ],
    because: &[Because::observed(Subject::Server, "said")],
    hides: &["token-invalid", "session-expired", "no-credentials"],
    fixes: &[
        Repair::person(Effort::Easy, "again"),
        Repair::person(Effort::Medium, "others"),
        Repair::frontend(Effort::Medium, "handle"),
    ],
    ..Rules::BARE
};
