//! Who answers what: the lab's own pages, the drivers' endpoints, and each scenario on its own hosts.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use serde_json::{Value, json};

use crate::http::{Request, Response, now};
use crate::scenario::Scenario;
use crate::serve::Ports;
use crate::sessions::Sessions;
use crate::{generic, pages, scenarios};

/// A driver's recording stops growing here.
const MAX_RECORDED: usize = 20_000;

pub(crate) struct Lab {
    pub(crate) ports: Ports,
    pub(crate) sessions: Sessions,
    recorded: Mutex<HashMap<String, Vec<Value>>>,
}

impl Lab {
    pub(crate) fn new(ports: Ports) -> Self {
        Self {
            ports,
            sessions: Sessions::default(),
            recorded: Mutex::default(),
        }
    }

    pub(crate) fn answer(&self, request: &Request) -> Response {
        if let Some(run) = request.param("run").filter(|_| request.path != "/log") {
            self.record(run, request);
        }
        if let Some(response) =
            pages::answer(request, self).or_else(|| generic::answer(request, self))
        {
            return response;
        }
        match scenarios::all().find(|scenario| scenario.owns(&request.host)) {
            Some(scenario) => self.play(scenario, request),
            None => pages::missing(),
        }
    }

    fn play(&self, scenario: &Scenario, request: &Request) -> Response {
        match (scenario.cors, request.is_preflight()) {
            (true, true) => Response::new(204).cors(request),
            (true, false) => (scenario.answer)(request, self).cors(request),
            (false, _) => (scenario.answer)(request, self),
        }
    }

    /// All requests that came under this run's name.
    pub(crate) fn recorded(&self, run: &str) -> Vec<Value> {
        self.recorded
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(run)
            .cloned()
            .unwrap_or_default()
    }

    fn record(&self, run: String, request: &Request) {
        let line = json!({
            "time": httpdate::fmt_http_date(now()), "method": request.method, "scheme": request.scheme, "host": request.host,
            "path": request.path, "target": request.target, "headers": request.headers,
            "cookies": request.headers.iter().filter(|(name, _)| name == "cookie").map(|(_, value)| value).collect::<Vec<_>>(),
        });
        let mut all = self.recorded.lock().unwrap_or_else(PoisonError::into_inner);
        let lines = all.entry(run).or_default();
        if lines.len() < MAX_RECORDED {
            lines.push(line);
        }
    }
}
