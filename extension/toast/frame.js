/**
 * The frame inside somebody's page that holds the message.
 * The page can lay it anywhere, or make it invisible, so a click counts only where it was surely seen and stood still;
 * where the browser cannot tell that, a click opens our own popup and does nothing else.
 */

import { card } from "./card.js";
import { api } from "../shared/browser.js";

/** @typedef {import("./card.js").Act} Act */

/** So long it must have been seen before a click on it counts, in milliseconds. */
const SEEN = 500;
/** Whether the browser tells if something is really to be seen (Intersection Observer 2); Firefox does not. */
const TELLS = "isVisible" in IntersectionObserverEntry.prototype;

const nonce = location.hash.slice(1);
/** @type {MessagePort | undefined} */
let shell;
/** Since when it has been seen without a break. */
let since = Number.POSITIVE_INFINITY;

addEventListener("message", ({ data, ports: [port] }) => {
  if (data !== "why401" || !port || shell) return;
  shell = port;
  shell.onmessage = ({ data: said }) => {
    if (said.steady) act(said.may);
  };
  measure();
});

/** @type {import("./card.js").ToastText | undefined} */
const text = nonce === "" ? undefined : await api.runtime.sendMessage({ kind: "toast-text", nonce }).then((answer) => answer?.text);
if (text) draw(text);

/** @param {import("./card.js").ToastText} given */
function draw(given) {
  const drawn = card(TELLS ? given : { ...given, act: "", mute: "" }, press);
  document.documentElement.lang = given.language;
  document.querySelector("main")?.append(drawn);
  // A frame that is not shown yet is told of no sizes.
  measure();
  new ResizeObserver(measure).observe(drawn);
  new IntersectionObserver(([...entries]) => entries.forEach(saw), /** @type {any} */ ({ threshold: [0, 0.5, 0.9, 1], trackVisibility: true, delay: 100 })).observe(drawn);
  document.addEventListener("keydown", (event) => {
    if (event.isTrusted && event.key === "Escape") act("toast-closed");
  });
  document.documentElement.dataset.ready = "1";
}

/** Tells the place how much room the words take. */
function measure() {
  const drawn = /** @type {HTMLElement | null} */ (document.querySelector(".card"));
  if (drawn) shell?.postMessage({ height: drawn.offsetHeight });
}

/** @param {any} entry */
function saw({ isVisible, intersectionRatio }) {
  if (!isVisible || intersectionRatio < 0.9) since = Number.POSITIVE_INFINITY;
  else since = Math.min(since, performance.now());
}

/**
 * @param {Act} kind
 * @param {Event} event
 */
function press(kind, event) {
  if (!event.isTrusted) return;
  if (!TELLS) act(kind === "toast-closed" ? kind : "toast-details");
  else if (performance.now() - since >= SEEN) shell?.postMessage({ may: kind });
}

/**
 * The frame goes only after it was answered: a message to a worker that still has to wake is lost with the frame that sent it.
 * @param {Act} kind
 */
function act(kind) {
  const gone = () => shell?.postMessage({ leave: true });
  api.runtime.sendMessage({ kind, nonce }).then(gone, gone);
}
