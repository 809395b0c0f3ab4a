/**
 * Sums what test runners say of themselves: prints "PASSED FAILED" for a log.
 *
 * node tests/tools/count.mjs LOG
 */

import { readFile } from "node:fs/promises";

const RUNS = [
  /^test result: \w+\. (?<passed>\d+) passed; (?<failed>\d+) failed/,
  /^(?<passed>\d+) passed, (?<failed>\d+) failed$/,
  /^(?:ℹ|#) pass (?<passed>\d+)$/,
  /^(?:ℹ|#) fail (?<failed>\d+)$/,
];

let passed = 0;
let failed = 0;
const log = await readFile(process.argv[2] ?? "", "utf8");
for (const line of log.replace(/\x1b\[[0-9;]*m/g, "").split("\n")) {
  for (const run of RUNS) {
    const groups = run.exec(line)?.groups;
    passed += Number(groups?.passed ?? 0);
    failed += Number(groups?.failed ?? 0);
  }
}
console.log(`${passed} ${failed}`);
