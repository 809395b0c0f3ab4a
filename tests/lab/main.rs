//! The lab: a real server of 401s on loopback, for people to look at and for the end-to-end tests to walk through.
//!
//! `cargo run --example lab` serves <http://localhost:4010/> and the same over https on port 4011;
//! `--port 0` (or `--http-port`, `--https-port`) lets the system choose. Once it listens it prints one line of JSON.

mod generic;
mod http;
mod jwt;
mod lab;
mod pages;
mod passwords;
mod scenario;
mod scenarios;
mod serve;
mod sessions;
mod tls;

use std::error::Error;
use std::io::Write;
use std::sync::Arc;

fn main() -> Result<(), Box<dyn Error>> {
    let (http, https) = ports(std::env::args().skip(1))?;
    let tls = Arc::new(tls::Tls::new()?);
    let plain = serve::bind(http)?;
    let secure = serve::bind(https)?;
    let ports = serve::Ports {
        http: plain.port,
        https: secure.port,
    };
    let lab = Arc::new(lab::Lab::new(ports));
    let ready = serde_json::json!({
        "http": ports.http,
        "https": ports.https,
        "front": format!("http://localhost:{}/", ports.http),
        "scenarios": scenarios::all().count(),
    });
    writeln!(std::io::stdout(), "{ready}")?;
    serve::forever(&lab, plain, secure, &tls);
    Ok(())
}

/// The two ports that the command line asks for, http before https.
fn ports(mut args: impl Iterator<Item = String>) -> Result<(u16, u16), Box<dyn Error>> {
    let (mut http, mut https) = (4010, 4011);
    while let Some(flag) = args.next() {
        let value: u16 = args.next().ok_or("a port is missing")?.parse()?;
        match flag.as_str() {
            "--port" => {
                (http, https) = (
                    value,
                    if value == 0 {
                        0
                    } else {
                        value.saturating_add(1)
                    },
                );
            }
            "--http-port" => http = value,
            "--https-port" => https = value,
            _ => {
                return Err(format!(
                    "unknown flag {flag}: there are --port, --http-port and --https-port"
                )
                .into());
            }
        }
    }
    Ok((http, https))
}
