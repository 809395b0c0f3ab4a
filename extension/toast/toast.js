/**
 * The one sentence that is put into a page.
 * The function travels as text into the page's isolated world, so it stands on its own and names nothing from outside.
 */

/**
 * @typedef {object} ToastText
 * @property {string} cause
 * @property {string} kicker
 * @property {string} hedge Empty where it is certain.
 * @property {string} sentence
 * @property {string} todo
 * @property {string} label
 * @property {string} details
 * @property {string} mute
 * @property {string} close
 * @property {string} language A BCP 47 tag.
 */

/** Takes the toast out of the page again. */
export function hideToast() {
  for (const toast of document.querySelectorAll("why401-toast")) toast.remove();
}

/**
 * @param {ToastText} text
 * @param {HTMLElement | ShadowRoot} [place] Where to draw it instead, for a page that shows how it looks.
 */
export function showToast(text, place) {
  const css = `
    :host { all: initial; color-scheme: light dark; }
    .card { --ink: #1c1b1a; --soft: #5d5955; --paper: #ffffff; --line: #dedad5; --red: #b3261e; --tint: #f2eeea; --focus: #1a5fd0;
      position: fixed; inset: auto 16px 16px auto; z-index: 2147483647; box-sizing: border-box; width: 372px; max-width: calc(100vw - 32px);
      max-height: calc(100vh - 32px); overflow: auto; padding: 14px 16px 14px; border: 1px solid var(--line); border-radius: 16px;
      background: var(--paper); color: var(--ink); font: 14px/1.45 system-ui, sans-serif; text-align: start;
      box-shadow: 0 12px 36px rgb(0 0 0 / 16%), 0 2px 6px rgb(0 0 0 / 10%); animation: rise 180ms ease-out; }
    .card[data-corner="bottom-left"] { inset: auto auto 16px 16px; }
    .card[data-corner="top-right"] { inset: 16px 16px auto auto; }
    .card[data-corner="top-left"] { inset: 16px auto auto 16px; }
    .top { display: flex; align-items: center; gap: 8px; margin: -4px -6px 6px 0; color: var(--soft); font-size: 12.5px; }
    .mark { flex: none; inline-size: 20px; block-size: 20px; border-radius: 6px; background: #b3261e; color: #fff; font-size: 13px; font-weight: 750; line-height: 20px; text-align: center; }
    .status { color: var(--ink); font-weight: 600; }
    .close { margin-inline-start: auto; inline-size: 30px; block-size: 30px; padding: 0; font-size: 19px; font-weight: 400; line-height: 1; color: var(--soft); background: none; }
    .sentence, .todo { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 7; overflow: hidden; overflow-wrap: anywhere; text-wrap: pretty; }
    .sentence { margin: 0; font-size: 15px; font-weight: 600; }
    .todo { margin: 6px 0 0; color: var(--soft); }
    code { font: .92em ui-monospace, Menlo, Consolas, monospace; padding: 1px 4px; border-radius: 4px; background: var(--tint); color: var(--ink); }
    .row { display: flex; flex-wrap: wrap; gap: 8px; margin: 12px 0 0; }
    button { appearance: none; border: 0; border-radius: 9px; padding: 7px 13px; font: inherit; font-size: 13px; font-weight: 550; cursor: pointer; color: var(--ink); background: var(--tint); }
    button:hover { filter: brightness(.95); }
    button:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
    .main { color: var(--paper); background: var(--ink); }
    .main:hover { filter: opacity(.88); }
    @keyframes rise { from { opacity: 0; transform: translateY(8px); } }
    @media (prefers-color-scheme: dark) {
      .card { --ink: #f1eeeb; --soft: #b9b2ac; --paper: #242220; --line: #45413d; --red: #ff8a80; --tint: #383431; --focus: #8ab4ff; }
      button:hover { filter: brightness(1.12); }
    }
    @media (prefers-reduced-motion: reduce) { .card { animation: none; } }
    @media print { .card { display: none; } }
  `;
  const CORNERS = ["bottom-right", "bottom-left", "top-right", "top-left"];
  const send = /** @type {undefined | ((message: {kind: string}) => Promise<unknown>)} */ (/** @type {any} */ (globalThis).why401Send);
  for (const old of document.querySelectorAll("why401-toast")) old.remove();

  const host = document.createElement("why401-toast");
  host.setAttribute("data-cause", text.cause);
  const root = place ?? host.attachShadow({ mode: "closed" });
  dress(root);

  const card = make("section", "card");
  card.setAttribute("role", "status");
  card.setAttribute("aria-live", "polite");
  card.setAttribute("aria-label", text.label);
  card.lang = text.language;
  card.dir = "auto";
  const top = make("p", "top");
  const mark = make("span", "mark", "?");
  mark.setAttribute("aria-hidden", "true");
  top.append(mark, make("span", "status", text.kicker), make("span", "", text.hedge), button("close", "×", "toast-closed", text.close));
  const row = make("div", "row");
  row.append(button("main", text.details, "toast-details"), button("", text.mute, "toast-mute"));
  const sentence = make("p", "sentence");
  spell(sentence, text.sentence);
  const todo = make("p", "todo");
  spell(todo, text.todo);
  card.append(top, sentence, todo, row);
  if (!place) (document.documentElement ?? document).append(host);
  // What is there before the region stands is not read out, so the card comes after its root.
  root.append(card);
  document.addEventListener("keydown", escape, true);
  document.addEventListener("focusin", dodge, true);
  if (!dodge()) leave("toast-closed");

  /** Takes a corner where no field for a password is covered; answers whether there is one. */
  function dodge() {
    const fields = [...document.querySelectorAll("input[type=password]")].map((field) => field.getBoundingClientRect()).filter((box) => box.width > 0 && box.height > 0);
    return CORNERS.some((corner) => {
      card.dataset.corner = corner;
      const mine = card.getBoundingClientRect();
      return fields.every((box) => box.right < mine.left || box.left > mine.right || box.bottom < mine.top || box.top > mine.bottom);
    });
  }

  /**
   * @param {string} tag
   * @param {string} name
   * @param {string} [words]
   */
  function make(tag, name, words) {
    const element = document.createElement(tag);
    element.className = name;
    if (words !== undefined) element.textContent = words;
    return element;
  }

  /**
   * Text whose parts between backticks are code.
   * @param {HTMLElement} place
   * @param {string} words
   */
  function spell(place, words) {
    words.split("`").forEach((part, index) => place.append(index % 2 === 1 ? make("code", "", part) : part));
  }

  /**
   * @param {string} name
   * @param {string} words
   * @param {string} kind
   * @param {string} [label]
   */
  function button(name, words, kind, label) {
    const element = make("button", name, words);
    element.setAttribute("type", "button");
    if (label) {
      element.setAttribute("aria-label", label);
      element.title = label;
    }
    element.addEventListener("click", (event) => {
      if (event.isTrusted) leave(kind);
    });
    return element;
  }

  /** @param {KeyboardEvent} event */
  function escape(event) {
    if (event.isTrusted && event.key === "Escape" && host.isConnected) leave("toast-closed");
  }

  /** @param {string} kind */
  function leave(kind) {
    document.removeEventListener("keydown", escape, true);
    document.removeEventListener("focusin", dodge, true);
    host.remove();
    card.remove();
    // The extension may have been updated since: then nobody listens any more.
    void Promise.resolve(send?.({ kind })).catch(() => undefined);
  }

  /** @param {HTMLElement | ShadowRoot} shadow */
  function dress(shadow) {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      /** @type {ShadowRoot} */ (shadow).adoptedStyleSheets.push(sheet);
    } catch {
      const style = document.createElement("style");
      style.textContent = css;
      shadow.append(style);
    }
  }
}
