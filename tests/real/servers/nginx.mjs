/**
 * nginx with `auth_basic`, with `auth_request`, and in front of an app of its own.
 */

import { PASSWORDS } from "./daemons.mjs";

const HEAD = `
daemon off;
pid FOLDER/pid;
error_log stderr notice;
worker_processes 1;
events { worker_connections 64; }
http {
  access_log off;
  default_type text/plain;
  client_body_temp_path FOLDER/body;
  proxy_temp_path FOLDER/proxy;
  fastcgi_temp_path FOLDER/fastcgi;
  uwsgi_temp_path FOLDER/uwsgi;
  scgi_temp_path FOLDER/scgi;
`;

const WHY = `add_header WWW-Authenticate 'Bearer realm="app", error="invalid_request", error_description="No token provided"' always;`;

/**
 * @typedef {object} Settings
 * @property {string} [api] What stands in the location of the API.
 * @property {string} [more] What stands beside it.
 * @property {boolean} [saysWhy] Whether the app behind it says what it misses.
 * @property {boolean} [others] Whether the password file names somebody else.
 */

/** @type {import("./daemons.mjs").Daemon} */
export const NGINX = {
  commands: ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx"],
  ready: /start worker process \d/u,
  args: (config) => ["-e", "stderr", "-c", config],
  files: (/** @type {Settings} */ { api = "", more = "", others = false, saysWhy = false }, { port, folder }) => ({
    passwords: others ? PASSWORDS.others : PASSWORDS.ada,
    config: `${HEAD}
  server {
    listen 127.0.0.1:${port};
    location = /page { default_type text/html; return 200 "<!doctype html><title>A page</title>"; }
    location /api/ { ${api} }
    ${more}
  }
  # The app behind it, which takes the one token.
  server {
    listen unix:FOLDER/app.sock;
    location / {
      if ($http_authorization = "Bearer 7f3d9a1c5e8b2460") { return 200 "welcome"; }
      if ($cookie_session = "5f2b9c7d1e") { return 200 "welcome"; }
      ${saysWhy ? WHY : ""}
      return 401 '{"message": "No token provided"}';
    }
  }
}
`.replaceAll("FOLDER", folder).replaceAll("PASSWORDS", `${folder}/passwords`),
  }),
};
