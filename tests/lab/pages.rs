//! The lab's own pages: the list of scenarios, and the page that each scenario is played on.

use crate::http::{Request, Response};
use crate::lab::Lab;
use crate::scenario::{Scenario, origin};
use crate::scenarios;

pub(crate) fn answer(request: &Request, lab: &Lab) -> Option<Response> {
    if request.method != "GET" {
        return None;
    }
    match request.path.as_str() {
        "/" => Some(Response::new(200).html(front(lab))),
        "/scenarios.json" => {
            let lines = scenarios::all()
                .map(|scenario| scenario.line(lab.ports))
                .collect();
            Some(
                Response::new(200)
                    .json(&serde_json::Value::Array(lines))
                    .header("Access-Control-Allow-Origin", "*"),
            )
        }
        "/lab.css" => {
            Some(Response::new(200).typed("text/css; charset=utf-8", include_str!("page.css")))
        }
        "/lab.js" => Some(
            Response::new(200).typed("text/javascript; charset=utf-8", include_str!("page.js")),
        ),
        "/favicon.ico" => Some(Response::new(204)),
        path => path.strip_prefix("/s/").map(|id| stage(id, request, lab)),
    }
}

/// A scenario's page on its own host; elsewhere the way there.
fn stage(id: &str, request: &Request, lab: &Lab) -> Response {
    let Some(scenario) = scenarios::all().find(|scenario| scenario.id == id) else {
        return missing();
    };
    if request.host != scenario.host || request.scheme != scenario.scheme {
        return Response::redirect(302, &scenario.address(lab.ports));
    }
    let page = Response::new(200).html(page(
        scenario.title,
        "",
        &format!(
            "<nav><a href=\"{front}\">All scenarios</a></nav>\n<h1>{title}</h1>\n<p class=\"see\">{see}</p>\n\
             <button id=\"again\" type=\"button\">Again</button>\n<ol id=\"log\" aria-live=\"polite\"></ol>\n\
             <details><summary>The page’s code</summary><pre>{code}</pre></details>\n\
             <script type=\"application/json\" id=\"given\">{given}</script>\n\
             <script type=\"module\">\nimport {{ play }} from \"/lab.js\";\nplay(async (lab) => {{\n{script}\n}});\n</script>",
            front = origin("http", "localhost", lab.ports),
            title = escaped(scenario.title),
            see = escaped(scenario.see),
            code = escaped(scenario.script.trim()),
            given = scenario.given(lab).to_string().replace('<', "\\u003c"),
            script = scenario.script,
        ),
    ));
    (scenario.arrive)(lab, page)
}

/// A page that a navigation ends on; it tells a driver that the scenario has been played.
pub(crate) fn end(title: &str, text: &str) -> String {
    page(
        title,
        " data-done=\"1\"",
        &format!(
            "<h1>{}</h1>\n<p>{}</p>\n<p><a href=\"javascript:history.back()\">Back</a></p>",
            escaped(title),
            escaped(text)
        ),
    )
}

pub(crate) fn missing() -> Response {
    Response::new(404).html(end("Nothing here", "The lab has no such page."))
}

fn front(lab: &Lab) -> String {
    let list: Vec<String> = scenarios::families()
        .map(|(name, all)| {
            let rows: String = all.iter().map(|scenario| row(scenario, lab)).collect();
            format!(
                "<section>\n<h2>{}</h2>\n<ul class=\"list\">\n{rows}</ul>\n</section>\n",
                escaped(name)
            )
        })
        .collect();
    page(
        "The lab of 401s",
        " data-done=\"1\"",
        &format!(
            "<h1>The lab of 401s</h1>\n<p class=\"see\">Each of these pages brings one 401 about, as real pages do. \
             Open one, and see what why401 says about it.</p>\n{}",
            list.concat()
        ),
    )
}

fn row(scenario: &Scenario, lab: &Lab) -> String {
    format!(
        "<li><a href=\"{}\">{}</a> <span class=\"cause{}\">{}</span><p>{}</p></li>\n",
        scenario.address(lab.ports),
        escaped(scenario.title),
        if scenario.alarm { "" } else { " quiet" },
        scenario.cause,
        escaped(scenario.see),
    )
}

fn page(title: &str, attributes: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\"{attributes}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{}</title>\n<link rel=\"stylesheet\" href=\"/lab.css\">\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n",
        escaped(title)
    )
}

pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
