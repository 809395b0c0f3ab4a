/**
 * The place of the message inside a page: an empty element whose closed shadow root holds a frame of our own.
 * What the message says is drawn in that frame, where the page can neither read nor restyle it; a closed shadow root
 * alone does not hold, since `window.find()` looks into it. Both functions travel as text into the page's isolated
 * world, so they stand on their own and name nothing from outside.
 */

/**
 * @typedef {object} Place
 * @property {string} address Of the frame, with the number by which the worker knows it.
 * @property {string} home The frame's own origin; its address is another for each session of the browser.
 * @property {string} origin Of the document that it is for: another may stand there by now.
 * @property {string} label What screen readers call the frame.
 */

/** Takes the message out of the page again, also one that an earlier life of the extension has left. */
export function hideToast() {
  // The place of this life goes without a word: who has it taken out knows.
  /** @type {any} */ (globalThis).why401Leave?.();
  const dom = /** @type {any} */ (globalThis).chrome?.dom;
  for (const host of document.querySelectorAll("html > div")) {
    if (host.attributes.length > 0 || host.childNodes.length > 0) continue;
    const root = dom?.openOrClosedShadowRoot(host) ?? /** @type {any} */ (host).openOrClosedShadowRoot;
    if (root?.querySelector("iframe.why401")) host.remove();
  }
}

/**
 * @param {Place} where
 * @returns {boolean} Whether it stands there.
 */
export function showToast({ address, home, origin, label }) {
  const WIDTH = 372;
  const MARGIN = 16;
  /** So long it must have stood still before a click on it counts, in milliseconds. */
  const STEADY = 500;
  const CORNERS = ["bottom-right", "bottom-left", "top-right", "top-left"];
  const css = `
    :host { all: initial !important; display: block !important; font: 1px system-ui !important; }
    iframe { all: initial; font: 1px system-ui; display: block; position: fixed; inset: auto ${MARGIN}px ${MARGIN}px auto; z-index: 2147483647; box-sizing: border-box;
      width: ${WIDTH}px; max-width: calc(100vw - ${2 * MARGIN}px); height: 0; max-height: calc(100vh - ${2 * MARGIN}px); visibility: hidden;
      border: 1px solid #dedad5; border-radius: 16px; color-scheme: light dark; box-shadow: 0 12px 36px rgb(0 0 0 / 16%), 0 2px 6px rgb(0 0 0 / 10%); }
    iframe[data-corner="bottom-left"] { inset: auto auto ${MARGIN}px ${MARGIN}px; }
    iframe[data-corner="top-right"] { inset: ${MARGIN}px ${MARGIN}px auto auto; }
    iframe[data-corner="top-left"] { inset: ${MARGIN}px auto auto ${MARGIN}px; }
    iframe.drawn { visibility: visible; }
    @media (prefers-color-scheme: dark) { iframe { border-color: #45413d; } }
    @media print { iframe { display: none; } }
  `;
  if (location.origin !== origin) return false;
  const send = /** @type {undefined | ((message: {kind: string}) => Promise<unknown>)} */ (/** @type {any} */ (globalThis).why401Send);
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "closed" });
  const frame = document.createElement("iframe");
  frame.className = "why401";
  frame.title = label;
  frame.src = address;
  const channel = new MessageChannel();
  channel.port1.onmessage = ({ data }) => heard(data);
  // Only the frame's own document hears this: a page has no way to it.
  frame.addEventListener("load", () => frame.contentWindow?.postMessage("why401", home, [channel.port2]), { once: true });
  dress();
  root.append(frame);
  (document.documentElement ?? document).append(host);
  let spot = "";
  let since = 0;
  const watching = setInterval(look, 100);
  document.addEventListener("keydown", escape, true);
  document.addEventListener("focusin", dodge, true);
  if (!dodge()) leave();
  /** @type {any} */ (globalThis).why401Leave = leave;
  return host.isConnected;

  /** @param {{height?: number, may?: string, leave?: true}} said */
  function heard(said) {
    if (said.leave) leave();
    if (said.height) {
      frame.style.height = `${Math.ceil(said.height) + 2}px`;
      frame.classList.add("drawn");
      if (!dodge()) close();
    }
    if (said.may !== undefined) channel.port1.postMessage({ may: said.may, steady: isSteady() });
  }

  /** Where it stands, in the page and on the screen. */
  function place() {
    const { x, y, width, height } = frame.getBoundingClientRect();
    return [x, y, width, height, innerWidth, innerHeight, screenX, screenY].map(Math.round).join(" ");
  }

  function look() {
    if (!host.isConnected) close();
    const now = place();
    if (now === spot) return;
    spot = now;
    since = performance.now();
  }

  /** A page can move the message under a pointer, or shrink it to a dot: then a click on it was not meant. */
  function isSteady() {
    const full = Math.min(WIDTH, innerWidth - 2 * MARGIN) - 1;
    return host.isConnected && place() === spot && performance.now() - since >= STEADY && frame.getBoundingClientRect().width >= full;
  }

  /** Takes a corner where no field for a password is covered; answers whether there is one. */
  function dodge() {
    const fields = [...document.querySelectorAll("input[type=password]")].map((field) => field.getBoundingClientRect()).filter((box) => box.width > 0 && box.height > 0);
    return CORNERS.some((corner) => {
      frame.dataset.corner = corner;
      const mine = frame.getBoundingClientRect();
      return fields.every((box) => box.right < mine.left || box.left > mine.right || box.bottom < mine.top || box.top > mine.bottom);
    });
  }

  /** @param {KeyboardEvent} event */
  function escape(event) {
    if (event.isTrusted && event.key === "Escape" && host.isConnected) close();
  }

  /** Leaves, and says so: another message may come. */
  function close() {
    leave();
    // The extension may have been updated since: then nobody listens any more.
    void Promise.resolve(send?.({ kind: "toast-left" })).catch((error) => {
      if (!/invalidated|Could not establish|port closed/iu.test(String(error))) throw error;
    });
  }

  function leave() {
    clearInterval(watching);
    document.removeEventListener("keydown", escape, true);
    document.removeEventListener("focusin", dodge, true);
    host.remove();
  }

  function dress() {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      root.adoptedStyleSheets.push(sheet);
    } catch {
      // Firefox refuses a sheet of the isolated world.
      const style = document.createElement("style");
      style.textContent = css;
      root.append(style);
    }
  }
}
