/**
 * Puts together what the stores ask for, in `dist/store/`: the packages, the texts, the icons, the source with its steps.
 *
 * node tests/tools/store.mjs VERSIONS   what the packages were made with, as build.sh knows it
 */

import { execFile } from "node:child_process";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { zipSync } from "fflate";

const FOLDER = "dist/store";
const TEXTS = "extension/store";
const EPOCH = new Date(1980, 0, 1);

const [versions = ""] = process.argv.slice(2);
await rm(FOLDER, { recursive: true, force: true });
await mkdir(join(FOLDER, "source"), { recursive: true });
for (const name of await readdir("dist")) {
  if (name.endsWith(".zip")) await cp(join("dist", name), join(FOLDER, name));
}
for (const name of await readdir(TEXTS)) {
  const text = await readFile(join(TEXTS, name), "utf8");
  await writeFile(join(FOLDER, name), text.replace("{versions}", versions.trim().split("\n").map((line) => `- ${line}`).join("\n")));
}
await cp("extension/icons", join(FOLDER, "icons"), { recursive: true });
const { version } = JSON.parse(await readFile("dist/firefox/manifest.json", "utf8"));
const path = join(FOLDER, "source", `why401-${version}-source.zip`);
await writeFile(path, await source());
console.log(`${FOLDER}: ${(await readdir(FOLDER)).sort().join(", ")}; ${path}`);

/** Everything that is under version control, and the steps to build it. */
async function source() {
  const { stdout } = await promisify(execFile)("git", ["ls-files", "-z"], { maxBuffer: 64_000_000 });
  /** @type {Record<string, Uint8Array>} */
  const files = { "BUILDING.md": await readFile(join(FOLDER, "reviewers.md")) };
  for (const name of stdout.split("\0").filter(Boolean).sort()) files[name] = await readFile(name);
  return zipSync(files, { mtime: EPOCH, level: 9, os: 3 });
}
