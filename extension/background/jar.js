/**
 * Reads the cookies that the browser holds for the hosts concerned, siblings and other partitions included.
 */

import { concerns, siteOf } from "../shared/sites.js";

const CAP = 150;

export class Jar {
  /**
   * @param {{getAll: (query: any) => Promise<chrome.cookies.Cookie[]>}} cookies
   */
  constructor(cookies) {
    this.cookies = cookies;
  }

  /**
   * @param {string[]} hosts
   * @param {string | undefined} store
   * @returns {Promise<object[] | undefined>} Undefined where the jar could not be read.
   */
  async read(hosts, store) {
    const names = [...new Set(hosts.flatMap((host) => [siteOf(host), host]))].filter(Boolean);
    try {
      const found = await Promise.all(names.map((domain) => this.ask(domain, store)));
      const unique = new Map(found.flat().map((cookie) => [identity(cookie), cookie]));
      return [...unique.values()]
        .filter((cookie) => hosts.some((host) => concerns(cookie.domain, host)))
        .slice(0, CAP)
        .map(plain);
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
function identity(cookie) {
  return JSON.stringify([cookie.name, cookie.domain, cookie.path, cookie.partitionKey ?? null]);
}

/** @param {any} cookie */
function plain(cookie) {
  const { name, value, domain, hostOnly, path, secure, httpOnly, session, sameSite, expirationDate, partitionKey } = cookie;
  return { name, value, domain, hostOnly, path, secure, httpOnly, session, sameSite, expirationDate, partitionKey };
}
