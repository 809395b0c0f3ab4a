/**
 * Apache with Basic, with Digest, and with a CGI program that reads the header itself.
 */

import { createHash } from "node:crypto";

import { PASSWORDS } from "./daemons.mjs";

const MODULES = ["authn_core", "authn_file", "authz_core", "authz_user", "auth_basic", "auth_digest", "alias", "headers", "rewrite", "cgid", "mpm_event"];
const FOLDERS = "/usr/lib/apache2/modules";

const WHY = ', error="invalid_request", error_description="No token provided"';

const program = (/** @type {string} */ why) => `#!/bin/sh
if [ "$HTTP_AUTHORIZATION" = "Bearer 7f3d9a1c5e8b2460" ]; then
  printf 'Content-Type: application/json\\r\\n\\r\\n{"name": "Ada"}'
else
  printf 'Status: 401 Unauthorized\\r\\nWWW-Authenticate: Bearer realm="app"${why}\\r\\nContent-Type: application/json\\r\\n\\r\\n{"message": "No token provided"}'
fi
`;

/**
 * @typedef {object} Settings
 * @property {string} [api] What holds for the API's address.
 * @property {boolean} [others] Whether the password file names somebody else.
 * @property {boolean} [saysWhy] Whether the program says what it misses.
 * @property {string} [realm] The realm that the file for Digest was made for.
 * @property {string} [cgi] What holds for the program's address.
 */

/** @type {import("./daemons.mjs").Daemon} */
export const APACHE = {
  commands: ["/usr/sbin/apache2"],
  ready: /resuming normal operations/u,
  args: (config) => ["-DFOREGROUND", "-f", config],
  files: (/** @type {Settings} */ { api = "", others = false, saysWhy = false, realm = "Office", cgi = "" }, { port, folder }) => ({
    "app.cgi": program(saysWhy ? WHY : ""),
    page: "<!doctype html><title>A page</title>",
    orders: "welcome",
    passwords: others ? PASSWORDS.others : PASSWORDS.ada,
    digests: `ada:${realm}:${createHash("md5").update(`ada:${realm}:lovelace`).digest("hex")}\n`,
    config: `
ServerRoot FOLDER
ServerName localhost
PidFile FOLDER/pid
DefaultRuntimeDir FOLDER
ErrorLog "|$cat >&2"
LogLevel notice
Listen 127.0.0.1:${port}
${MODULES.map((name) => `LoadModule ${name}_module ${FOLDERS}/mod_${name}.so`).join("\n")}
ScriptSock FOLDER/cgid.sock
DocumentRoot FOLDER
<Directory FOLDER>
  Require all granted
</Directory>
Alias /page FOLDER/page
Alias /api/orders FOLDER/orders
ScriptAlias /cgi/orders FOLDER/app.cgi
<Location /page>
  ForceType text/html
</Location>
<Location /api>
  ${api}
</Location>
<Location /cgi>
  ${cgi}
</Location>
`.replaceAll("FOLDER", folder).replaceAll("PASSWORDS", `${folder}/passwords`).replaceAll("DIGESTS", `${folder}/digests`),
  }),
};
