//! The address is not on the allow list: VPN, proxy, region.

use crate::causes::{Because, Cause, Repair, Rule, Rules};
use crate::diagnosis::{Effort, Subject};
use crate::speech::Saying;

const ID: &str = "ip-restricted";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(
            ID,
            "ip|ips ~6 not ~3 whitelist*|allowlist*|allowed|authorized|authorised|permitted|accepted|trusted",
        ),
        Saying::names(
            ID,
            "ip ~4 blocked|denied|forbidden|restricted|unauthorized|banned|blacklisted",
        ),
        Saying::names(
            ID,
            "not allowed|authorized|permitted ~4 from ~4 ip|address|location|country|region|network",
        ),
        Saying::names(ID, "not in|on ~3 ip|allow|white list|allowlist|whitelist"),
        Saying::names(ID, "ip ~6 outside ~3 range|ranges|network|list"),
        Saying::names(ID, "ip ~2 restriction*|whitelist|allowlist|allow"),
        Saying::names(ID, "unauthorized|invalid|untrusted|unrecognized|unknown ip"),
        Saying::names(ID, "only ~3 log|login|access|sign ~3 localhost"),
        Saying::names(
            ID,
            "only ~3 allowed|available|accessible|permitted from ~3 localhost|127|network|intranet|vpn",
        ),
        Saying::names(
            ID,
            "country|region|territory|location ~4 not ~2 supported|available|allowed",
        ),
        Saying::names(
            ID,
            "not ~2 available|supported in ~3 country|region|location",
        ),
        Saying::names(ID, "unsupported country|region"),
        Saying::names(ID, "disallowed by ~3 ip|network"),
        Saying::names(ID, "vpn ~3 required|detected"),
        Saying::names(ID, "conditional access ~6 location|network"),
        Saying::names(ID, "ip adresse ~5 nicht ~2 erlaubt|zugelassen|freigegeben"),
        Saying::names(ID, "adresse ip ~5 pas ~2 autorisée"),
        Saying::names(ID, "ip白名单|ip不在|ip地址不"),
        Saying::names(
            ID,
            "denied|forbidden|blocked|refused|rejected|disallowed ~3 for|from|by ~2 ip",
        ),
        Saying::names(ID, "ip ~2 is|was ~1 not"),
        Saying::names(ID, "your ip ~3 not|blocked|denied"),
        Saying::names(ID, "from your|this|current ~1 location|ip"),
        Saying::names(
            ID,
            "unrecognised|unrecognized|unknown|unauthorised|unauthorized|new|unexpected ~1 ip",
        ),
        Saying::names(ID, "authorised|authorized|trusted|allowed|permitted ips"),
        Saying::names(ID, "add ~3 ip ~1 address"),
        Saying::names(ID, "request|source|client|remote ip ~3 invalid|not|denied"),
        Saying::names(
            ID,
            "invalid|bad|wrong|unexpected ~1 request|source|client ip",
        ),
        Saying::names(ID, "허용되지 ~1 않은 ip*"),
        Saying::names(ID, "제한된 ip*"),
        Saying::names(ID, "ip* ~2 не разрешен|запрещен"),
        Saying::names(ID, "ip ~3 no ~2 autorizada|permitida|permitido"),
        Saying::names(ID, "ip ~3 não ~2 autorizado|permitido"),
        Saying::hints(ID, "geo blocked|restricted|restriction"),
        Saying::names(ID, "ip ~2 mismatch|changed|differs"),
        Saying::names(ID, "ip ~3 has changed"),
        Saying::names(
            ID,
            "remote|client|source|caller ~1 ip|address|host ~3 not ~2 permitted|allowed|authorized|whitelisted|in|trusted|accepted",
        ),
        Saying::names(
            ID,
            "not ~2 available|accessible|reachable|allowed|supported ~1 from|in ~3 region|country|location|area|territory",
        ),
        Saying::names(
            ID,
            "unavailable ~1 in|from ~3 region|country|location|area|territory",
        ),
        Saying::names(
            ID,
            "only ~3 from|within|inside|via|on ~4 network|vpn|intranet|lan|office",
        ),
        Saying::names(ID, "vpn ~3 required|needed|connection|only"),
        Saying::names(ID, "ip allow list"),
        Saying::names(
            ID,
            "ip|ips ~8 not ~3 permitted|allowed|authorized|authorised|whitelisted|trusted",
        ),
        Saying::names(ID, "ip ~6 is not allowed|permitted|authorized|authorised"),
        Saying::names(ID, "restricted ~2 to ~4 ip|ips|addresses|network|networks"),
        Saying::names(
            ID,
            "restricted|blocked ~3 by ~2 location|country|region|geography|ip",
        ),
        Saying::names(ID, "cannot|not ~4 from location"),
        Saying::names(
            ID,
            "forbidden|disallowed|banned|blacklisted|blocked|rejected ~1 ip",
        ),
        Saying::names(
            ID,
            "ip ~1 forbidden|blocked|banned|denied|rejected|restricted|invalid|unauthorized",
        ),
        Saying::names(
            ID,
            "only ~2 local ~1 connections|requests|access|clients|network",
        ),
        Saying::names(ID, "localhost|loopback ~1 only"),
        Saying::names(
            ID,
            "geo|geoip|geographic|geographically ~1 blocked|restricted|restriction|fenced|blocking",
        ),
        Saying::names(
            ID,
            "network|networks not ~1 trusted|allowed|permitted|authorized",
        ),
        Saying::names(ID, "network policy"),
        Saying::names(
            ID,
            "ip adresse ~4 nicht ~2 erlaubt|zugelassen|freigegeben|gestattet|autorisiert",
        ),
        Saying::names(
            ID,
            "ip ~3 nicht ~2 gestattet|erlaubt|zugelassen|freigegeben|berechtigt",
        ),
        Saying::names(
            ID,
            "ip|adresse ~3 non ~2 autorisée|autorisé|permise|autorizzato|autorizzata|consentito",
        ),
        Saying::names(
            ID,
            "ip ~3 no|não ~2 autorizada|autorizado|permitida|permitido|habilitada",
        ),
        Saying::names(ID, "ip ~4 запрещен|запрещён|заблокирован|заблокирована"),
        Saying::names(ID, "доступ ~3 ip ~3 запрещен|запрещён|ограничен"),
        Saying::names(ID, "ip ~4 không ~4 phép"),
        Saying::names(
            ID,
            "ip不在|不在ip|ip受限|ip未授权|ip无权|ip限制|ip被|当前ip|来源ip",
        ),
        Saying::names(
            ID,
            "許可されていないip|ipアドレスが許可|アクセス元ip|お住まいの地域|この国では",
        ),
        Saying::hints(ID, "不在白名单|白名单"),
        Saying::hints(
            ID,
            "key ~3 restricted ~3 other|specific|certain ~2 ip|addresses",
        ),
        Saying::names(
            ID,
            "등록되지|허용되지|인증되지|승인되지|허가되지 ~1 않은 ~1 ip*",
        ),
        Saying::names(ID, "ip* ~3 차단*|제한*|허용되지|등록되지"),
        Saying::names(ID, "does|do not ~2 allow ~2 access ~3 ip|address|location"),
        Saying::names(
            ID,
            "ip ~1 address ~2 not ~3 on ~3 access|allow|allowed|white ~1 list",
        ),
        Saying::names(
            ID,
            "未登録のip|許可されていないip|アクセスが許可されていない地域",
        ),
        Saying::names(ID, "ip ~3 nicht ~3 freigeschaltet|hinterlegt|registriert"),
        Saying::names(
            ID,
            "ip ~3 no|não|non|pas|niet|nie|не ~3 registrad*|registrat*|autoriz*|autoris*|permit*|permess*|habilit*|enregistr*|toegestaan|dozwolon*|разреш*|зарегистр*",
        ),
        Saying::names(
            ID,
            "uniquement|seulement|exclusivement depuis|via ~5 réseau|ip|adresse|vpn|intranet|bureau*",
        ),
        Saying::names(
            ID,
            "nur ~3 aus|über|vom|im|von|innerhalb ~4 netz*|firmennetz*|vpn|intranet|büro|ip",
        ),
        Saying::names(
            ID,
            "solo|sólo|solamente|somente|apenas|soltanto|esclusivamente desde|da|de|dalla|dal|via ~5 red|rede|rete|vpn|intranet|oficina|ip",
        ),
        Saying::names(ID, "только ~1 из|с|через ~4 сети|офис*|vpn|ip|адрес*"),
        Saying::names(ID, "tylko ~1 z ~4 sieci|vpn|biura"),
        Saying::names(ID, "yalnızca|sadece ~4 ağ*|vpn|ip*"),
        Saying::names(
            ID,
            "仅限内网|只允许内网|公司内网|社内ネットワーク|社内からのみ|사내망*",
        ),
        Saying::names(ID, "alleen ~2 vanuit|via ~4 netwerk|vpn|kantoor"),
    ],
    rules: &RULES,
    signs_out: false,
};

static RULES: Rules = Rules {
    rows: &[Rule::said("said", ID)],
    because: &[Because::observed(Subject::Server, "said")],
    hides: &[
        "basic-credentials-rejected",
        "login-rejected",
        "api-key-invalid",
        "token-invalid",
        "session-expired",
        "permission-denied",
    ],
    fixes: &[
        Repair::person(Effort::Easy, "network"),
        Repair::backend(Effort::Easy, "allow"),
        Repair::backend(Effort::Medium, "real-address").snippet("real-address"),
    ],
    ..Rules::BARE
};
