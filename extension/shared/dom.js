/**
 * Builds elements; text goes in as text, never as markup.
 */

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * @param {string} tag
 * @param {Record<string, string | boolean | undefined | ((event: Event) => void)>} [properties] Attributes, and `on…` for listeners.
 * @param {...(Child | Child[])} children
 * @returns {HTMLElement}
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (typeof value === "string") element.setAttribute(name, value);
  }
  for (const child of children.flat()) {
    if (child) element.append(child);
  }
  return element;
}

/**
 * Text whose parts between backticks are code.
 * @param {string} text
 */
export function code(text) {
  const span = el("span");
  text.split("`").forEach((part, index) => span.append(index % 2 === 1 ? el("code", {}, part) : part));
  return span;
}
