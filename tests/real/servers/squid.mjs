/**
 * Squid as the browser's proxy, which asks for a password of its own.
 */

import { existsSync } from "node:fs";

import { PASSWORDS } from "./daemons.mjs";

const HELPERS = ["/usr/lib/squid/basic_ncsa_auth", "/usr/lib64/squid/basic_ncsa_auth", "/usr/libexec/squid/basic_ncsa_auth"];

/** @type {import("./daemons.mjs").Daemon} */
export const SQUID = {
  commands: ["/usr/sbin/squid"],
  ready: /Accepting HTTP Socket connections/u,
  args: (config) => ["-N", "-d", "1", "-f", config],
  files: (/** @type {{exempt?: string, host?: string}} */ { exempt, host }, { port, folder }) => ({
    passwords: PASSWORDS.ada,
    hosts: `127.0.0.1 localhost ${host ?? ""}\n`,
    config: `
http_port 127.0.0.1:${port}
pid_filename none
cache deny all
cache_log FOLDER/log
access_log none
shutdown_lifetime 0 seconds
coredump_dir FOLDER
hosts_file FOLDER/hosts
auth_param basic program ${HELPERS.find((path) => existsSync(path)) ?? HELPERS[0]} FOLDER/passwords
auth_param basic realm Squid proxy-caching web server
acl signed_in proxy_auth REQUIRED
acl own urlpath_regex ^/(page|favicon.ico|status.*)$
http_access allow own
${exempt ? `acl exempt dstdomain ${exempt}\nhttp_access allow exempt` : ""}
http_access allow signed_in
http_access deny all
`.replaceAll("FOLDER", folder),
  }),
};
