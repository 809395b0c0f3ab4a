/**
 * Hosts and sites, as roughly as capture needs them.
 * The core has the public suffix list; this only decides what is gathered and where it is filed.
 */

/** Labels under a country's domain that stand for a kind of owner, as in `example.co.uk`. */
const SECOND_LEVEL = new Set(["ac", "co", "com", "edu", "gob", "gov", "gv", "ltd", "me", "mil", "ne", "net", "or", "org", "plc", "sch"]);

/**
 * The host of a URL, or an empty text.
 * @param {string | undefined} url
 */
export function hostOf(url) {
  if (!url) return "";
  try {
    return new URL(url).hostname;
  } catch {
    return "";
  }
}

/**
 * The origin of a URL, or an empty text where it has none.
 * @param {string | undefined} url
 */
export function originOf(url) {
  if (!url) return "";
  try {
    const { origin } = new URL(url);
    return origin === "null" ? "" : origin;
  } catch {
    return "";
  }
}

/**
 * The registrable domain of a host as well as one can tell without the list; an address or a single label is its own.
 * @param {string} host
 */
export function siteOf(host) {
  if (isAddress(host)) return host;
  const labels = host.split(".").filter(Boolean);
  if (labels.length <= 2) return labels.join(".");
  const [second = "", top = ""] = labels.slice(-2);
  const size = top.length === 2 && SECOND_LEVEL.has(second) ? 3 : 2;
  return labels.slice(-size).join(".");
}

/** @param {string} host */
function isAddress(host) {
  return host.startsWith("[") || /^\d+(?:\.\d+){3}$/u.test(host);
}

/**
 * Whether two URLs belong to one site.
 * @param {string | undefined} left
 * @param {string | undefined} right
 */
export function sameSite(left, right) {
  const site = siteOf(hostOf(left));
  return site !== "" && site === siteOf(hostOf(right));
}

/**
 * Whether a URL is a developer's own machine: loopback or a name under `.test` or `.local`.
 * @param {string | undefined} url
 */
export function isLocal(url) {
  const host = hostOf(url);
  return host === "[::1]" || /^127(?:\.\d+){3}$/u.test(host) || ["localhost", "test", "local"].includes(host.split(".").at(-1) ?? "");
}

/**
 * Whether a cookie of this domain has to do with a host: its own, one above it, or a sibling.
 * @param {string} domain As the cookies API gives it, with or without a leading dot.
 * @param {string} host
 */
export function concerns(domain, host) {
  const bare = domain.replace(/^\./u, "");
  const site = siteOf(host);
  return bare === host || bare === site || bare.endsWith(`.${site}`) || host.endsWith(`.${bare}`);
}
