/**
 * Plays a round in a browser and judges each cookie of it.
 */

import { listen } from "./browsers.mjs";
import { mayAsk } from "./generator.mjs";
import { entry, log } from "./log.mjs";

/** @typedef {import("./browsers.mjs").Driven} Driven */
/** @typedef {import("./browsers.mjs").Page} Page */
/** @typedef {import("./browsers.mjs").Report} Report */
/** @typedef {import("./generator.mjs").Round} Round */
/** @typedef {import("./generator.mjs").Place} Place */
/** @typedef {import("./generator.mjs").Ask} Ask */
/** @typedef {import("./log.mjs").Seen} Seen */
/** @typedef {import("./tally.mjs").Tally} Tally */

/** A request that the browser never sends is not waited for any longer, in milliseconds. */
const PATIENCE = 8_000;

export class Player {
  /**
   * @param {Driven} driven
   * @param {{http: number, https: number}} lab
   * @param {import("./core.mjs").Core} core
   * @param {Tally} tally
   * @param {string} run
   */
  constructor(driven, lab, core, tally, run) {
    this.driven = driven;
    this.lab = lab;
    this.core = core;
    this.tally = tally;
    this.run = run;
    this.count = 0;
    /** @type {any[]} */
    this.jar = [];
    /** @type {any[]} */
    this.frames = [];
    /** @type {ReturnType<typeof entry>[]} */
    this.history = [];
    /** @type {Report[]} */
    this.reports = [];
    /** How the requests were asked, by their id. @type {Map<string, Ask>} */
    this.asked = new Map();
    /** @type {Set<string | undefined>} */
    this.judged = new Set();
  }

  /** @param {Place} place @param {string} path @param {[string, string][]} query @param {Ask} [ask] */
  address(place, path, query, ask) {
    const id = String(this.count++);
    if (ask) this.asked.set(id, ask);
    const parameters = [...query, ["run", this.run], ["id", id]].map(([key, value]) => `${key}=${encodeURIComponent(value ?? "")}`);
    return `${place.scheme}://${place.host}:${this.lab[place.scheme]}${path}?${parameters.join("&")}`;
  }

  /** @param {Ask} ask */
  goal(ask) {
    const hops = [...ask.hops];
    const last = /** @type {Place} */ (hops.pop());
    const lines = ask.lines.map((line) => /** @type {[string, string]} */ (["c", line]));
    let url = this.address(last, "/status", [["code", "401"], ["body", "no"], ...lines], ask);
    for (const hop of hops.reverse()) url = this.address(hop, "/redirect", [["to", url]], ask);
    return url;
  }

  /** @param {Round} round */
  async play(round) {
    const page = await this.driven.browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    this.reports = this.driven.kind === "chromium" ? await listen(page) : [];
    await this.look();
    for (const { place, lines } of round.fill) {
      await this.go(page, this.address(place, "/set", lines.map((line) => ["c", line])));
      await this.judge();
    }
    const around = [round.top, ...round.frames];
    const framed = round.frames.every((place, index) => mayAsk(around.slice(0, index + 1), place));
    const frames = framed ? round.frames : [];
    let url;
    for (const place of [...frames].reverse()) url = this.address(place, "/page", url ? [["frame", url]] : []);
    await this.go(page, this.address(round.top, "/page", url ? [["frame", url]] : []));
    await this.judge();
    for (const ask of round.asks) {
      if (!ask.hops.every((hop) => mayAsk([round.top, ...frames], hop))) continue;
      await this.carry(page, frames.length, ask);
      await this.judge();
    }
    await page.close();
  }

  /** @param {Page} page @param {string} url */
  async go(page, url) {
    await page.goto(url).catch(() => undefined);
  }

  /** @param {Page} page @param {number} depth @param {Ask} ask */
  async carry(page, depth, ask) {
    const url = this.goal(ask);
    let frame = page.mainFrame();
    for (let level = 0; level < depth; level += 1) frame = frame.childFrames()[0] ?? frame;
    const arrived = ask.how === "link" || ask.how === "form" ? page.waitForNavigation().catch(() => undefined) : undefined;
    if (ask.how === "typed") await this.go(page, url);
    else await (arrived ? page.mainFrame() : frame).evaluate(request, ask.how, url, ask.credentials, PATIENCE).catch(() => undefined);
    await arrived;
  }

  /** Reads what has happened since the last look, once the observer has seen all that the server has. */
  async look() {
    const { desk } = this.driven;
    const answer = await fetch(`http://127.0.0.1:${this.lab.http}/log?run=${this.run}`);
    const received = /** @type {any[]} */ (await answer.json());
    const due = received.map(({ target }) => identity(target)).filter((id) => !this.judged.has(id));
    await desk.waitForFunction((ids) => /** @type {any} */ (globalThis).observer.has(ids), { polling: 20, timeout: PATIENCE }, due).catch(() => undefined);
    const [seen, jar] = await desk.evaluate(async () => {
      const { observer } = /** @type {any} */ (globalThis);
      return [observer.take(), await observer.jar()];
    });
    for (const id of due) this.judged.add(id);
    const tab = seen.find((/** @type {Seen} */ one) => one["url"].includes(`run=${this.run}&`))?.tab;
    if (tab !== undefined && seen.some((/** @type {Seen} */ one) => one["type"] === "main_frame")) {
      this.frames = await desk.evaluate((id) => /** @type {any} */ (globalThis).observer.frames(id), tab);
    }
    return { seen: /** @type {Seen[]} */ (seen), jar: /** @type {any[]} */ (jar), received };
  }

  async judge() {
    const { seen, jar, received } = await this.look();
    const ours = seen.filter(({ url, method }) => url.includes(`run=${this.run}&`) && method !== "OPTIONS");
    const before = this.jar;
    for (const one of ours) {
      const id = identity(one["url"]);
      const hops = ours.filter((hop) => hop["id"] === one["id"] && hop["started"] <= one["started"]);
      const chain = hops.slice(0, hops.indexOf(one) + 1);
      const server = received.find((request) => identity(request.target) === id && request.method !== "OPTIONS");
      if (!server) continue;
      const question = log(this.driven, chain, this.frames, before, this.history);
      const answer = await this.core.ask(question, question.entries.length - 1);
      const report = this.reports.find(({ url }) => identity(url) === id);
      this.sending(one, chain, before, server, report, answer);
      this.storing(one, chain, jar, report, answer);
    }
    this.history.push(...ours.filter((one) => one["response"]?.some((/** @type {any} */ field) => field.name.toLowerCase() === "set-cookie")).map(entry));
    this.jar = jar;
  }

  /**
   * @param {Seen} one
   * @param {Seen[]} chain
   * @param {any[]} jar
   * @param {any} server
   * @param {Report | undefined} report
   * @param {import("./core.mjs").Answer} answer
   */
  sending(one, chain, jar, server, report, answer) {
    const { tally } = this;
    const pairs = new Set(server.cookies.flatMap((/** @type {string} */ text) => text.split("; ")));
    const ask = this.asked.get(identity(one["url"]) ?? "");
    if (!agree(answer.seen.cookies, answer.redacted.cookies)) {
      tally.fail("redacted: another verdict", { url: one["url"], seen: answer.seen.cookies, redacted: answer.redacted.cookies });
    }
    jar.forEach((cookie, index) => {
      if (siteOf(cookie.domain) !== siteOf(new URL(one["url"]).hostname)) return;
      const sent = pairs.has(cookie.name ? `${cookie.name}=${cookie.value}` : cookie.value);
      const seen = answer.seen.cookies[index];
      const rules = answer.rules.cookies[index];
      const details = { browser: this.driven.kind, setting: this.driven.setting, cookie, request: summary(one, chain), ask, frames: this.frames.map(({ url }) => cut(url)), seen, rules };
      if (!seen || !rules) return tally.fail("no verdict", details);
      tally.decisions += 1;
      const listed = report?.cookies?.find(({ name, value, domain, path }) => name === cookie.name && value === cookie.value && domain === cookie.domain && path === cookie.path);
      if (seen.sent !== sent) return tally.fail("sent: seen otherwise", { sent, ...details });
      if (sent) {
        tally.count("sent", "sent", rules.sent ? "both" : "browser");
        if (!rules.sent) tally.fail("sent: the rules would not", details);
        return;
      }
      if (rules.sent) {
        // A mode other than `include` shows in no header of a same-site request.
        const mode = ask?.how === "fetch" && ask.credentials !== "include";
        if (!mode) tally.fail("withheld: the rules would send", { listed, ...details });
        else tally.unseen += 1;
      }
      if (listed) tally.compare("withheld", listed.reasons, seen.reasons, details);
      else tally.compare("withheld", undefined, seen.reasons, details);
      // Of a request without credentials the protocol lists nothing, whatever else holds.
      const bare = ask?.how === "fetch" && ask.credentials !== "include" && !report?.cookies?.length;
      if (report && !listed && !bare && !seen.reasons.some((reason) => ["expired", "other-partition", "credentials-omitted"].includes(reason))) {
        tally.fail("withheld: not listed, and not explained", details);
      }
    });
  }

  /**
   * @param {Seen} one
   * @param {Seen[]} chain
   * @param {any[]} jar The jar afterwards.
   * @param {Report | undefined} report
   * @param {import("./core.mjs").Answer} answer
   */
  storing(one, chain, jar, report, answer) {
    const { tally } = this;
    const ask = this.asked.get(identity(one["url"]) ?? "");
    const lines = (one["response"] ?? [])
      .filter((/** @type {any} */ field) => field.name.toLowerCase() === "set-cookie")
      .flatMap((/** @type {any} */ field) => String(field.value ?? "").split("\n").filter((line) => line !== ""));
    const names = lines.map((/** @type {string} */ line) => pairOf(line)[0]);
    lines.forEach((/** @type {string} */ line, /** @type {number} */ index) => {
      const [name, value] = pairOf(line);
      // A later line of the same name may have replaced it at once.
      if (names.indexOf(name, index + 1) !== -1) return;
      const rules = answer.rules.setCookies[index];
      // Firefox lists cookies whose time has passed, and takes a line without an equals sign for a name.
      const alive = (/** @type {any} */ cookie) => !(cookie.expirationDate * 1000 <= Date.now());
      const kept = jar.some((cookie) => alive(cookie) && ((cookie.name === name && cookie.value === value) || (name === "" && cookie.name === value && cookie.value === "")));
      const refused = report?.refused?.find((item) => item.line === line);
      const details = { browser: this.driven.kind, setting: this.driven.setting, line: line.slice(0, 200), request: summary(one, chain), ask, frames: this.frames.map(({ url }) => cut(url)), rules, listed: refused?.reasons };
      tally.lines += 1;
      if (!rules) return tally.fail("no verdict", details);
      if (JSON.stringify(rules) !== JSON.stringify(answer.redacted.setCookies[index])) tally.fail("redacted: another verdict", { redacted: answer.redacted.setCookies[index], ...details });
      if (rules.stored !== kept) {
        const mode = ask?.how === "fetch" && ask.credentials !== "include";
        if (mode && !kept) tally.unseen += 1;
        else tally.fail(kept ? "kept: the rules would not" : "refused: the rules would keep", details);
        return;
      }
      if (kept) tally.count("kept", "kept", "both");
      else tally.compare("refused", refused?.reasons.length ? refused.reasons : undefined, rules.reasons, details);
    });
  }
}

/**
 * Whether the verdicts on the redacted jar are those on the jar as it was seen. Cookies of another site, such as those of
 * `two.github.io` for a request to `one.github.io`, are left out of the redacted one; nothing else may be.
 * @param {import("./core.mjs").CookieVerdict[]} seen
 * @param {import("./core.mjs").CookieVerdict[]} redacted
 */
function agree(seen, redacted) {
  const plain = (/** @type {import("./core.mjs").CookieVerdict} */ { index: _, ...verdict }) => JSON.stringify(verdict);
  const kept = redacted.map(plain);
  const left = seen.filter((verdict) => {
    if (plain(verdict) !== kept[0]) return true;
    kept.shift();
    return false;
  });
  return kept.length === 0 && left.every(({ sent, reasons }) => !sent && reasons.includes("domain-mismatch"));
}

/** Runs in the page. @param {Ask["how"]} how @param {string} url @param {RequestCredentials} credentials @param {number} patience */
async function request(how, url, credentials, patience) {
  const over = (/** @type {HTMLImageElement | HTMLIFrameElement} */ element) => new Promise((keep) => {
    element.onload = element.onerror = keep;
    setTimeout(keep, patience);
    element.src = url;
  });
  if (how === "fetch") await fetch(url, { credentials, signal: AbortSignal.timeout(patience) }).catch(() => undefined);
  if (how === "image") await over(new Image());
  if (how === "frame") {
    const frame = document.createElement("iframe");
    const loaded = over(frame);
    document.body.append(frame);
    await loaded;
    frame.remove();
  }
  if (how === "link") location.href = url;
  if (how === "form") {
    const form = Object.assign(document.createElement("form"), { method: "post", action: url });
    document.body.append(form);
    form.submit();
  }
}

/** @param {string} url */
const identity = (url) => new URL(url, "http://host").searchParams.get("id") ?? undefined;

/** @param {string} url */
const cut = (url) => new URL(url).origin;

/** @param {Seen} one @param {Seen[]} chain */
const summary = (one, chain) => ({
  method: one["method"], type: one["type"], initiator: one["initiator"], hops: chain.map(({ url }) => `${cut(url)}${new URL(url).pathname}`),
  headers: one["headers"].filter((/** @type {any} */ field) => /^(sec-fetch|origin|referer)/i.test(field.name)).map((/** @type {any} */ field) => `${field.name}: ${field.value.slice(0, 60)}`),
});

/** @param {string} line @returns {[string, string]} */
function pairOf(line) {
  const pair = line.split(";")[0] ?? "";
  const at = pair.indexOf("=");
  const trim = (/** @type {string} */ text) => text.replaceAll(/^[ \t]+|[ \t]+$/g, "");
  return at < 0 ? ["", trim(pair)] : [trim(pair.slice(0, at)), trim(pair.slice(at + 1))];
}

/** The registrable domain of the generator's hosts. @param {string} domain */
function siteOf(domain) {
  const host = domain.replace(/^\./, "");
  if (/^[\d.]+$/.test(host) || host.endsWith("github.io")) return host;
  return host.split(".").slice(-2).join(".");
}
