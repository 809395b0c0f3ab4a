/**
 * What reads a piece of code: the language's own tool where it is at hand, and what all of them have in common.
 */

import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** @typedef {{key: string, stack: string, text: string}} Snippet */
/** @typedef {(snippets: Snippet[], folder: string) => Promise<string[] | null>} Parser What is wrong; null where the tool is not at hand. */

/**
 * What a tool complains of; null where there is no such tool.
 * @param {string} tool
 * @param {string[]} options
 * @returns {Promise<string | null>}
 */
async function complaint(tool, options) {
  try {
    await run(tool, options, { timeout: 120_000 });
    return "";
  } catch (error) {
    const failed = /** @type {{code?: unknown, stdout?: string, stderr?: string}} */ (error);
    if (failed.code === "ENOENT") return null;
    return `${failed.stdout ?? ""}${failed.stderr ?? ""}`.trim() || `it ended with ${String(failed.code)}`;
  }
}

/**
 * A parser that reads one file after another, in the first wrapping that it takes.
 * @param {string} tool
 * @param {string} extension
 * @param {(file: string) => string[]} options
 * @param {(snippet: Snippet) => string[]} wrappings
 * @returns {Parser}
 */
function eachFile(tool, extension, options, wrappings) {
  return async (snippets, folder) => {
    const found = await Promise.all(
      snippets.map(async (snippet, number) => {
        let last = "";
        for (const [turn, text] of wrappings(snippet).entries()) {
          const file = join(folder, `${tool.replace(/\W/gu, "-")}-${number}-${turn}.${extension}`);
          await writeFile(file, `${text}\n`);
          const said = await complaint(tool, options(file));
          if (said === null) return null;
          // A module that is not installed says nothing about the code.
          if (said === "" || said.includes("dlopen()")) return "";
          last = said;
        }
        return `${snippet.key}: ${last}`;
      }),
    );
    return found.includes(null) ? null : found.filter((one) => one !== null && one !== "").map(String);
  };
}

const plain = (/** @type {Snippet} */ snippet) => [snippet.text];

/** @type {Parser} */
const typescript = async (snippets, folder) => {
  const tool = join(import.meta.dirname, "../node_modules/.bin/tsc");
  const files = [];
  for (const [number, snippet] of snippets.entries()) {
    const file = join(folder, `ts-${number}.ts`);
    // A decorated method stands in a class.
    const member = /^@(?:Get|Post)\b/u.test(snippet.text);
    await writeFile(file, `${member ? `class Wrapped {\n${snippet.text}\n}` : snippet.text}\nexport {};\n`);
    files.push(file);
  }
  const said = await complaint(tool, [
    "--ignoreConfig", "--noEmit", "--noCheck", "--noResolve", "--experimentalDecorators", "--target", "es2022", "--module", "esnext", ...files,
  ]);
  return said === null ? null : said === "" ? [] : [said];
};

/** @type {Parser} */
const python = async (snippets, folder) => {
  const file = join(folder, "snippets.json");
  await writeFile(file, JSON.stringify(snippets));
  const script = [
    "import ast, json, sys",
    "for one in json.load(open(sys.argv[1])):",
    "    try:",
    "        ast.parse(one['text'])",
    "    except SyntaxError as error:",
    "        print(one['key'], error)",
    "        sys.exitcode = 1",
    "sys.exit(getattr(sys, 'exitcode', 0))",
  ].join("\n");
  const said = await complaint("python3", ["-c", script, file]);
  return said === null ? null : said === "" ? [] : [said];
};

/** @type {Parser} */
const java = async (snippets, folder) => {
  const files = [];
  for (const [number, snippet] of snippets.entries()) {
    const file = join(folder, `Snippet${number}.java`);
    const { text } = snippet;
    const whole = /^@Configuration\b/u.test(text);
    const member = /^@(?:Bean|GetMapping)\b/u.test(text);
    const wrapped = member ? text : `Object method() throws Exception {\n${/\breturn /u.test(text) ? text : `${text}\nreturn null;`}\n}`;
    await writeFile(file, whole ? text : `class Snippet${number} {\n${wrapped}\n}\n`);
    files.push(file);
  }
  const said = await complaint("javac", ["-proc:none", "-XDshould-stop.ifNoError=PARSE", "-XDshould-stop.ifError=PARSE", "-d", folder, ...files]);
  return said === null ? null : said === "" ? [] : [said];
};

/** @type {Parser} */
const yaml = async (snippets) => {
  const name = "js-yaml";
  const library = await import(name).catch(() => null);
  if (library === null) return null;
  const load = library.load ?? library.default.load;
  return snippets.flatMap((snippet) => {
    try {
      const value = load(snippet.text);
      return value !== null && typeof value === "object" ? [] : [`${snippet.key}: no mapping`];
    } catch (error) {
      return [`${snippet.key}: ${String(error)}`];
    }
  });
};

/** @type {Parser} */
const nginx = async (snippets, folder) => {
  const certificate = await selfSigned(folder);
  return eachFile("nginx", "conf", (file) => ["-t", "-q", "-e", "stderr", "-p", folder, "-c", file, "-g", `pid ${folder}/nginx.pid;`], ({ text }) => {
    const told = text.replace(AUTHORITIES, certificate).replace("include fastcgi_params;", "");
    if (told.startsWith("stream")) {
      const module = "load_module /usr/lib/nginx/modules/ngx_stream_module.so;";
      return [`events {}\n${told}`, `${module}\nevents {}\n${told}`];
    }
    const server = told.startsWith("server") ? told : `server {\nlisten 8401;\n${told}\n}`;
    const upstream = "upstream app {\nserver 127.0.0.1:8402;\n}";
    return [`events {}\nhttp {\naccess_log off;\n${upstream}\n${server}\n}`];
  })(snippets, folder);
};

/** The file that the pieces of code name, which servers read when they check their configuration. */
const AUTHORITIES = /\/etc\/\w+\/client-authorities\.pem/gu;

/** @param {string} folder */
async function selfSigned(folder) {
  const file = join(folder, "authority.pem");
  await complaint("openssl", [
    "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=authority", "-keyout", join(folder, "authority.key"), "-out", file,
  ]);
  return file;
}

const MODULES = [
  "mpm_event", "authn_core", "authz_core", "authz_user", "auth_basic", "headers", "rewrite", "remoteip", "setenvif", "socache_shmcb", "ssl",
  "proxy", "proxy_http",
];

/** @type {Parser} */
const apache = async (snippets, folder) => {
  const load = MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
  const head = [...load, `ServerRoot ${folder}`, "ServerName localhost", `PidFile ${folder}/apache.pid`, `ErrorLog ${folder}/error.log`, "Listen 8403"].join("\n");
  const certificate = await selfSigned(folder);
  const bare = eachFile("apache2", "conf", (file) => ["-t", "-f", file], ({ text }) => {
    const told = text.replace(AUTHORITIES, certificate);
    return [`${head}\n${told}`, `${head}\n<Directory "/">\n${told}\n</Directory>`];
  });
  // A server of another build has its modules elsewhere, and cannot be asked.
  const known = await complaint("test", ["-e", "/usr/lib/apache2/modules/mod_headers.so"]);
  return known === "" ? bare(snippets, folder) : null;
};

/** @type {Parser} */
const caddy = async (snippets, folder) => {
  const version = await run("caddy", ["version"]).then((said) => said.stdout, () => "");
  const [, minor = "0"] = /^v?2\.(\d+)/u.exec(version) ?? [];
  const old = Number(minor) < 8;
  const certificate = await selfSigned(folder);
  // Older ones do not know who is trusted yet.
  const known = snippets.filter(({ key }) => !(old && key.startsWith("real-address")));
  return eachFile("caddy", "caddyfile", (file) => ["adapt", "--adapter", "caddyfile", "--config", file], ({ text }) => {
    // Its name until 2.8.
    const named = old ? text.replace(/^basic_auth/mu, "basicauth") : text;
    const told = named.replace(AUTHORITIES, certificate);
    return /^(?:\{|")/u.test(told) ? [told] : [`:8404 {\n${told}\n}`];
  })(known, folder);
};

/** A message's first line and its header fields (RFC 9112, 2.1). @type {Parser} */
const http = async (snippets) =>
  snippets.flatMap((snippet) =>
    snippet.text
      .split("\n")
      .filter((line, number) => !(/^[!#$%&'*+.^_`|~\w-]+: [\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/u.test(line) || (number === 0 && /^HTTP\/1\.1 \d{3} [\w ]+$/u.test(line))))
      .map((line) => `${snippet.key}: ${line}`),
  );

const javascript = eachFile("node", "mjs", (file) => ["--check", file], plain);

/** @type {Record<string, Parser>} */
export const PARSERS = {
  http,
  fetch: javascript,
  axios: javascript,
  xhr: javascript,
  apollo: javascript,
  angular: typescript,
  express: javascript,
  fastify: javascript,
  nestjs: typescript,
  django: python,
  flask: python,
  fastapi: python,
  rails: eachFile("ruby", "rb", (file) => ["-c", file], plain),
  laravel: eachFile("php", "php", (file) => ["-l", file], ({ text }) => [`<?php\n${text}`]),
  spring: java,
  "aspnet-core": async () => null,
  go: eachFile("gofmt", "go", (file) => ["-e", "-l", file], ({ text }) => [text.startsWith("func ") ? `package p\n\n${text}` : `package p\n\nfunc f() {\n${text}\n}`]),
  nginx,
  apache,
  caddy,
  traefik: yaml,
  "api-gateway": yaml,
};

const PAIRS = new Map([[")", "("], ["]", "["], ["}", "{"]]);

/**
 * What every one of the languages asks for: each bracket and each quote is closed. Null where nothing is wrong.
 * @param {string} text
 */
export function unbalanced(text) {
  /** @type {string[]} */
  const open = [];
  let quote = "";
  for (const [at, letter] of [...text].entries()) {
    if (quote !== "") {
      if (letter === quote && text[at - 1] !== "\\") quote = "";
    } else if (letter === '"' || letter === "`" || (letter === "'" && !/\w/u.test(text[at - 1] ?? ""))) {
      quote = letter;
    } else if ("([{".includes(letter)) {
      open.push(letter);
    } else if (PAIRS.has(letter) && open.pop() !== PAIRS.get(letter)) {
      return `${letter} at ${at} closes nothing`;
    }
  }
  return quote !== "" ? `${quote} is left open` : open.length > 0 ? `${open.join("")} is left open` : null;
}

/** A folder for the time of a test. */
export async function folder() {
  const path = await mkdtemp(join(tmpdir(), "why401-snippets-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
