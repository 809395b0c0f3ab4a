/**
 * Do the tests of the extension bite? Each of these changes of policy is made in a copy, and a test has to fail by name.
 *
 * node tests/tools/mutations.mjs [NAME]
 *
 * Ends with a line "N passed, N failed".
 */

import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * @typedef {object} Mutation
 * @property {string} name What is changed.
 * @property {string} file In the extension.
 * @property {string} from Stands there exactly once.
 * @property {string} to
 * @property {string} test The file of tests that guards it.
 */

/** @type {Mutation[]} */
const MUTATIONS = [
  { name: "another site's causes are written to the console", file: "background/hinter.js", from: "return consoleLocal && one.own;", to: "return consoleLocal;", test: "hints" },
  { name: "numbered lines are cut at two", file: "shared/words.js", from: "for (let number = 1; this.has(", to: "for (let number = 1; number <= 2 && this.has(", test: "words" },
  { name: "the sieve for refreshes knows no `renew`", file: "background/kinds.js", from: "|renew\\w*", to: "", test: "shared" },
  { name: "a later life takes up nothing", file: "background/diagnoser.js", from: "for (const [tab, record] of tabs.records) {", to: "for (const [tab, record] of []) {", test: "following" },
  { name: "refreshes race across containers", file: "background/exchange.js", from: "mayRefresh(one) && one.store === failing.store && one.private === failing.private", to: "mayRefresh(one) && one.private === failing.private", test: "gathering" },
  { name: "refreshes race across private windows", file: "background/exchange.js", from: "mayRefresh(one) && one.store === failing.store && one.private === failing.private", to: "mayRefresh(one) && one.store === failing.store", test: "gathering" },
  { name: "the cap leaves out a leg of the failing request", file: "background/exchange.js", from: "const must = all.filter((one) => tied(one, failing));", to: "const must = all.filter(() => false);", test: "gathering" },
  { name: "a cookie's partition is dropped", file: "background/jar.js", from: "return { name, value, domain, hostOnly, path, secure, httpOnly, session, sameSite, expirationDate, partitionKey };", to: "return { name, value, domain, hostOnly, path, secure, httpOnly, session, sameSite, expirationDate };", test: "gathering" },
  { name: "one later request is added to every case", file: "background/diagnoser.js", from: ".slice(-MENDED_AT_ONCE)", to: "", test: "following" },
];

const only = process.argv[2];
const place = await mkdtemp(join(tmpdir(), "why401-mutations-"));
let passed = 0;
let failed = 0;
try {
  await cp(join(ROOT, "extension"), join(place, "extension"), { recursive: true });
  await cp(join(ROOT, "tests/extension"), join(place, "tests/extension"), { recursive: true });
  await symlink(join(ROOT, "target"), join(place, "target"));
  for (const mutation of MUTATIONS.filter((one) => only === undefined || one.name === only)) {
    const problem = await problemOf(mutation);
    if (problem === undefined) passed += 1;
    else failed += 1;
    console.log(`${problem === undefined ? "ok    " : "FAILED"} ${mutation.name}${problem === undefined ? "" : `: ${problem}`}`);
  }
} finally {
  await rm(place, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/**
 * @param {Mutation} mutation
 * @returns {Promise<string | undefined>} What is wrong with the tests; nothing where they bite.
 */
async function problemOf({ file, from, to, test }) {
  const path = join(place, "extension", file);
  const text = await readFile(path, "utf8");
  if (text.split(from).length !== 2) return `${file} does not hold \`${from}\` exactly once: state the change again`;
  const before = await failing(test);
  if (before.length > 0) return `${before.join("; ")} fails without it`;
  await writeFile(path, text.replace(from, () => to));
  const names = await failing(test);
  await writeFile(path, text);
  for (const name of names) console.log(`         ${name}`);
  return names.length > 0 ? undefined : `no test of ${test}.test.mjs fails`;
}

/**
 * The names of the tests that fail.
 * @param {string} test
 * @returns {Promise<string[]>}
 */
function failing(test) {
  return new Promise((keep, fail) => {
    let said = "";
    const run = spawn(process.execPath, ["--test", "--test-reporter=tap", join(place, `tests/extension/${test}.test.mjs`)], { stdio: ["ignore", "pipe", "inherit"] });
    run.stdout.on("data", (part) => {
      said += part;
    });
    run.on("error", fail);
    run.on("close", () => keep([...said.matchAll(/^\s*not ok \d+ - (.*)$/gmu)].map(([, name = ""]) => name)));
  });
}
