/**
 * Hosts and origins of URLs. Which hosts are of one site is told by the core, which has the public suffix list.
 */

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
 * Whether a URL is a developer's own machine: loopback or a name under `.test` or `.local`.
 * @param {string | undefined} url
 */
export function isLocal(url) {
  const host = hostOf(url);
  return host === "[::1]" || /^127(?:\.\d+){3}$/u.test(host) || ["localhost", "test", "local"].includes(host.split(".").at(-1) ?? "");
}
