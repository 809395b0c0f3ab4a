/**
 * The English words by the guide: what each surface may say, how long it may be, and which words it never uses.
 * What fails is named with its key and the rule. Machine text between backticks is quoted, so it is not judged.
 */

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { english } from "../tools/words.mjs";

const words = await english();
const { pages } = JSON.parse(await readFile(new URL("../../target/pages.json", import.meta.url), "utf8"));
const causes = new Set(pages.map((page) => page.id));

/** Code and names that are shown as they are. */
const APART = new Set(["snippet", "reference", "example"]);
const told = Object.entries(words).filter(([key, text]) => !text.startsWith("@") && !APART.has(key.split(".")[0]));

const plain = (text) => text.replace(/`[^`]*`/gu, "");
const named = (text) => plain(text).replace(/\{\w+\}/gu, "");
/** As a person reads it: a host of 24 letters, a path and a duration of usual length. */
const shown = (text) => text.replace(/\{(\w+)\}/gu, (_, name) => (/^(?:host|domain|site|setter|page|first|target|asked)$/u.test(name) ? "a".repeat(24) : "abcdefgh"));

/** Which surface a key stands on. */
function surface(key) {
  const [first = "", second = "", third = ""] = key.split("#")[0].split(".");
  const tail = key.split("#")[0].split(".").slice(-1)[0] ?? "";
  if (causes.has(first) && /^person(?:-|$)/u.test(second) && third === "") return "person";
  if (causes.has(first) && /^developer(?:-|$)/u.test(second) && third === "") return "developer";
  if (causes.has(first) && second === "title") return "title";
  if ((causes.has(first) || first === "fix") && third !== "") return third === "step" ? "step" : third;
  if (causes.has(first) && key.split(".").length === 2 && second !== "lost") return "evidence";
  if (first === "reason") return tail === "label" ? "label" : "evidence";
  if (first === "interface" && /\.hint$/u.test(key)) return "hint";
  return first;
}

/** The guide, section 3, in letters. A step is one action; where it quotes code, that is not counted. */
const LONGEST = { title: 60, developer: 180, evidence: 120, label: 40, hint: 120, step: 165, check: 120, avoid: 120, prevent: 120, lost: 60, remark: 180, unknown: 220, console: 120 };
const PERSON = { headline: 60, all: 176 };

/** The guide, section 8, and section 4 where a word is always wrong. */
const BANNED = [
  /\bmend(?:s|ed|ing)?\b/iu, /\bstand-ins?\b/iu, /\bstay(?:s|ed) (?:at )?home\b/iu, /\bkept back\b/iu, /\banew\b/iu, /\bin place of\b/iu, /\bby (?:itself|themselves|yourself)\b/iu,
  /\b(?:is|are|was) over\b/iu, /\b(?:has|have|had) run out\b/iu, /\bthe matter\b/iu, /\b(?:who|those who) runs?\b/iu, /\bsays (?:so|no more)\b/iu, /\bwants?\b/iu, /\bblanks?\b/iu,
  /\bfor want of\b/iu, /\bso that it does not\b/iu, /\bnot to be \w+ed\b/iu, /\bnothing is lost\b/iu, /\bdid nothing wrong\b/iu, /\banswer(?:s|ed)?\b/iu, /\buser name/iu, /\be-mail/iu,
  /\bmails?\b/iu, /\bwithdr[ae]w/iu, /\bplain http\b/iu, /\bWhoever\b/iu, /\bstays? apart\b/iu, /\bthe (?:person|visitor)'s pass\b/iu, /\bgates?\b/iu, /\b(?:its|a) pass\b/iu, /\bnote of\b/iu,
];
/** What a person is never told (section 1), and what a server does in their sentence. */
const NOT_TO_A_PERSON = [/\bheaders?\b/iu, /\btokens?\b/iu, /\bCORS\b/u, /\bpreflight\b/iu, /\borigins?\b/iu, /\bcredentials?\b/iu, /\brefus/iu, /\bAPI\b/u];
const BRITISH = /\b\w*(?:colour|behaviour|authoris|recognis|synchronis|initialis|serialis|favour|licence|cancelled|whilst|organis)\w*\b/iu;
const CONTRACTED = /\b(?:[Dd]o not|[Dd]oes not|[Dd]id not|[Cc]annot|[Ii]s not|could not|was not)\b/u;

/** @param {string} section @param {(key: string, text: string, where: string) => string | false | null | undefined} fault */
function none(section, fault) {
  const found = told.flatMap(([key, text]) => {
    const why = fault(key, text, surface(key));
    return why ? [`${key}: ${why} (guide, ${section}): ${text}`] : [];
  });
  assert.deepEqual(found, [], `\n${found.join("\n")}`);
}

test("no word of the guide's list of banned words is used", () => {
  none("sections 4 and 8", (key, text) => BANNED.map((one) => named(text).match(one)?.[0]).find(Boolean));
});

test("a person reads nothing of headers, tokens and origins", () => {
  none("section 1", (key, text, where) => where === "person" && NOT_TO_A_PERSON.map((one) => named(text).match(one)?.[0]).find(Boolean));
});

test("what a person is told has a headline and then what to do, each short", () => {
  none("section 3", (key, text, where) => {
    if (where !== "person") return null;
    const whole = shown(text);
    const [headline = "", ...rest] = whole.split(/(?<=[.:]) /u);
    if (headline.length > PERSON.headline) return `headline of ${headline.length} letters, at most ${PERSON.headline}`;
    if (rest.length === 0) return "a headline and nothing to do";
    return whole.length > PERSON.all && `${whole.length} letters, at most ${PERSON.all}`;
  });
});

test("a person's sentence names one host at most", () => {
  none("section 2, 10", (key, text, where) => where === "person" && new Set(text.match(/\{(?:host|domain|site|setter|page|from|first|target)\}/gu)).size > 1 && "two hosts");
});

test("no sentence names the same host twice", () => {
  none("section 2, 10", (key, text, where) => ["person", "developer", "evidence"].includes(where) && text.match(/(\{(?:host|domain|site|setter|page|from)\})[^`]*\1/u)?.[1]);
});

test("no text is longer than its surface holds", () => {
  none("section 3", (key, text, where) => {
    const most = LONGEST[where];
    const long = shown(plain(text)).length;
    return most !== undefined && long > most && `${long} letters, at most ${most}`;
  });
});

test("lengths of time are told in the units that people use", () => {
  none("section 2, 9", (key, text) => named(text).match(/\b(?:9[1-9]|\d{3,}) (?:s|seconds)\b/u)?.[0] ?? text.match(/\{\w+\} (?:s|seconds|min)\b/u)?.[0]);
});

test("titles and labels end without a full stop, sentences with one", () => {
  none("section 2, 11", (key, text, where) => {
    if (["title", "label"].includes(where)) return text.endsWith(".") && "a full stop";
    const sentence = ["person", "developer", "evidence", "step", "check", "avoid", "prevent", "lost", "remark", "unknown", "hint"].includes(where);
    return sentence && !/^(?:interface|panel)\./u.test(key) && !/[.?!:}/`]$/u.test(text.replace(/\{link\}$/u, ".")) && "no full stop";
  });
});

test("articles, spelling and contractions are those of American English", () => {
  none("section 2, 11", (key, text) => {
    const own = plain(text);
    return own.match(BRITISH)?.[0] ?? own.match(CONTRACTED)?.[0] ?? own.match(/\b[Aa] (?:[aeiou](?!ne\b|ser|ni[qtv]|RL|se\b|su)\w+|HTTP\b|ID\b)/u)?.[0] ?? own.match(/\b[Aa]n (?:[bcdfgjklmnpqrstvwxyz]\w+|URL|user)\b/u)?.[0];
  });
});

test("reassurance stands in its own place", () => {
  none("section 2, 5", (key, text) => !key.startsWith("lost.") && text.match(/\b(?:is|are) safe\b|broke into your account/iu)?.[0]);
});

test("the pages of the causes use the same words", async () => {
  const folder = new URL("../../src/causes/", import.meta.url);
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".md"));
  assert.equal(files.length, causes.size);
  const found = await Promise.all(files.map(async (name) => {
    const [, , body = ""] = (await readFile(new URL(name, folder), "utf8")).split(/^---$/mu);
    const prose = plain(body.replace(/```[\s\S]*?```/gu, ""));
    return BANNED.flatMap((one) => prose.match(one)?.[0] ?? []).map((word) => `${name}: ${word} (guide, sections 4 and 8)`);
  }));
  assert.deepEqual(found.flat(), [], `\n${found.flat().join("\n")}`);
});
