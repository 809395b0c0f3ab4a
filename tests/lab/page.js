/**
 * What a scenario's page is played with. The document says `data-done="1"` once its code has come to its end.
 */

const given = JSON.parse(document.getElementById("given").textContent);
const root = document.documentElement;

/** @param {string} text @param {boolean} good */
function say(text, good) {
  const line = document.createElement("li");
  line.textContent = text;
  line.className = good ? "" : "bad";
  document.getElementById("log").append(line);
}

/** A fetch that tells what came of it. Gives the answer, or nothing where the browser kept it from the page. */
async function call(url, init = {}) {
  const what = `${init.method ?? "GET"} ${url}`;
  try {
    const response = await fetch(url, init);
    say(`${what}: ${response.status}`, response.ok);
    return response;
  } catch (error) {
    say(`${what}: ${error.message}`, false);
    return undefined;
  }
}

/** Waits for one of these events of a target, and tells which it was. */
function event(target, ...names) {
  return new Promise((keep) => {
    for (const name of names) target.addEventListener(name, () => keep(name), { once: true });
  });
}

/** Puts an element with this address into the page, and waits until it has loaded or failed. */
async function put(tag, attributes) {
  const element = Object.assign(document.createElement(tag), attributes);
  const heard = event(element, "load", "error");
  document.querySelector("main").append(element);
  const name = await heard;
  say(`<${tag}> ${attributes.src ?? attributes.href}: ${name}`, name === "load");
  return element;
}

/** Leaves by a form; the page that answers says that it is done. */
function submit(action, fields, method = "post") {
  const form = Object.assign(document.createElement("form"), { action, method });
  for (const [name, value] of Object.entries(fields)) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  document.body.append(form);
  form.submit();
  return away;
}

/** Leaves for another page; the one that answers says that it is done. */
function go(url) {
  location.assign(url);
  return away;
}

/** Never kept: whoever waits for it has left. */
const away = new Promise(() => {});

/** A POST with a JSON body, with cookies. */
function post(url, body, init = {}) {
  return call(url, { method: "POST", credentials: "include", ...init, headers: { "Content-Type": "application/json", ...init.headers }, body: JSON.stringify(body) });
}

const lab = { ...given.here, here: given.here, plain: given.plain, secure: given.secure, config: given.config, call, post, event, put, submit, go, say };

/** @param {(lab: typeof lab) => Promise<void>} script */
export function play(script) {
  const run = async () => {
    delete root.dataset.done;
    document.getElementById("log").replaceChildren();
    await script(lab);
    root.dataset.done = "1";
  };
  document.getElementById("again").addEventListener("click", run);
  void run();
}
