/**
 * Reads the cookies that the browser holds for the sites concerned, siblings and other partitions included.
 * Which of them concern the request is decided by the core, which leaves out the rest before anything is kept.
 */

export class Jar {
  /**
   * @param {{getAll: (query: any) => Promise<chrome.cookies.Cookie[]>}} cookies
   */
  constructor(cookies) {
    this.cookies = cookies;
  }

  /**
   * @param {string[]} sites Registrable domains, so that no other tenant's cookie of a hoster is read.
   * @param {string | undefined} store
   * @returns {Promise<object[] | undefined>} Undefined where the jar could not be read.
   */
  async read(sites, store) {
    const names = [...new Set(sites)].filter(Boolean);
    try {
      const found = await Promise.all(names.map((domain) => this.ask(domain, store)));
      return found.flat().map(plain);
    } catch {
      return undefined;
    }
  }

  /**
   * Asking by domain shows what asking by URL hides: the cookies that do not match, which are the ones to explain.
   * @param {string} domain
   * @param {string | undefined} store
   */
  ask(domain, store) {
    /** @type {any} */
    const query = { domain: domain.replace(/^\[|\]$/gu, ""), partitionKey: {} };
    if (store !== undefined) query.storeId = store;
    return this.cookies.getAll(query);
  }
}

/** @param {any} cookie */
function plain(cookie) {
  const { name, value, domain, hostOnly, path, secure, httpOnly, session, sameSite, expirationDate, partitionKey } = cookie;
  return { name, value, domain, hostOnly, path, secure, httpOnly, session, sameSite, expirationDate, partitionKey };
}
