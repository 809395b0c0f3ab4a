/**
 * Shows the extension at work on the lab.
 *
 * node tests/e2e/run.mjs [chromium] [firefox] [--scenario ID] [--headless]
 *
 * With a display: a browser on the lab's front page, until it is closed. Without: every scenario is played, and what the
 * extension says about each is printed. Ends with 0 only if each is explained as expected.
 */

import { closed, start } from "./driver.mjs";
import { startLab } from "./lab.mjs";
import { OUTPUT, walk } from "./walk.mjs";

/** @typedef {import("./walk.mjs").Played} Played */

const args = process.argv.slice(2);
const named = /** @type {("chromium" | "firefox")[]} */ (args.filter((one) => one === "chromium" || one === "firefox"));
const browsers = named.length > 0 ? named : /** @type {const} */ (["chromium"]);
const only = args.includes("--scenario") ? args[args.indexOf("--scenario") + 1] : undefined;
const display = Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]) || process.platform === "darwin";

if (display && !args.includes("--headless") && only === undefined) await show();
else await tell();

async function show() {
  const lab = await startLab([]).catch(() => startLab());
  console.log(`The lab: ${lab.front}`);
  try {
    for (const kind of browsers) {
      const driver = await start(kind, { headful: true, front: lab.front, hosts: lab.hosts });
      const [page] = await driver.browser.pages();
      await (page ?? await driver.newPage()).goto(lab.front);
      console.log(`${kind} is open, with the extension in it. Close it to end.`);
      await closed(driver);
      await driver.close().catch(() => undefined);
    }
  } finally {
    await lab.close();
  }
}

async function tell() {
  const lab = await startLab();
  /** @type {Played[]} */
  const all = [];
  const wanted = (/** @type {{id: string}} */ { id }) => only === undefined || id === only;
  const count = browsers.reduce((sum, kind) => sum + lab.scenarios.filter((one) => one.browsers.includes(kind) && wanted(one)).length, 0);
  try {
    for (const kind of browsers) {
      await walk(kind, lab, (played) => {
        all.push(played);
        console.log(lines(played, `${all.length}/${count}`));
      }, wanted, "all");
    }
  } finally {
    await lab.close();
  }
  const wrong = all.filter((one) => one.problems.length > 0);
  console.log(`\nScreenshots of popups and toasts: ${OUTPUT}`);
  console.log(`${all.length - wrong.length} of ${all.length} scenarios explained as expected.`);
  if (wrong.length > 0 || all.length === 0) process.exitCode = 1;
}

/**
 * @param {Played} played
 * @param {string} place
 */
function lines({ scenario, kind, first, toast, problems }, place) {
  const says = first
    ? [
      `  request  ${first.request}`,
      `  cause    ${first.cause} (${first.confidence}, ${first.state}${toast === undefined ? "" : ", toast"}): ${first.sentence}`,
      `  fix      ${first.fix || "none needed"}`,
    ]
    : ["  silent   nothing failed"];
  return [`\n[${place}] ${kind}: ${scenario.title} (${scenario.id})`, ...says, ...problems.map((text) => `  WRONG    ${text}`)].join("\n");
}
