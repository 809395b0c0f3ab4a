/**
 * Text in drawings: how wide it is, and how it is broken into lines.
 */

/** @type {CanvasRenderingContext2D | null} */
let canvas = null;

/**
 * How wide a text is, in pixels.
 * @param {string} text
 * @param {string} font
 */
export function widthOf(text, font) {
  canvas ??= document.createElement("canvas").getContext("2d");
  if (!canvas) return text.length * 7;
  canvas.font = font;
  return canvas.measureText(text).width;
}

/**
 * Breaks a text into lines of a width, at spaces where there are any and anywhere else where not.
 * @param {string} text
 * @param {number} width In pixels.
 * @param {string} font
 * @param {number} [most] How many lines there may be; the last then ends in an ellipsis.
 * @returns {string[]}
 */
export function wrapped(text, width, font, most = 6) {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const word of text.split(/(?<=[\s/?&=_.:-])/u).flatMap((one) => pieces(one, width, font))) {
    if (line !== "" && widthOf((line + word).trimEnd(), font) > width) {
      lines.push(line.trim());
      line = "";
    }
    line += word;
  }
  if (line.trim() !== "") lines.push(line.trim());
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]}…`];
}

/**
 * @param {string} word
 * @param {number} width
 * @param {string} font
 */
function pieces(word, width, font) {
  const all = [];
  let rest = word;
  while (rest.length > 1 && widthOf(rest, font) > width) {
    let end = rest.length - 1;
    while (end > 1 && widthOf(rest.slice(0, end), font) > width) end = Math.ceil(end / 2) === end ? end - 1 : Math.ceil(end * 0.8);
    all.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  all.push(rest);
  return all;
}
