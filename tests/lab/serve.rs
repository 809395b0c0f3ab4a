//! Listens, reads requests, writes answers: one thread for each connection.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Ipv6Addr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use rustls::StreamOwned;

use crate::http::{Request, pairs};
use crate::lab::Lab;
use crate::tls::Tls;

const MAX_HEAD: usize = 64 * 1024;
const MAX_BODY: usize = 1024 * 1024;
/// A browser keeps idle connections for minutes; a thread should not wait for longer.
const IDLE: Duration = Duration::from_secs(120);

/// Where the lab listens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ports {
    pub(crate) http: u16,
    pub(crate) https: u16,
}

pub(crate) struct Bound {
    pub(crate) port: u16,
    listeners: Vec<TcpListener>,
}

/// Binds one port on loopback; over IPv6 too where that is to be had, since browsers try it first for `localhost`.
pub(crate) fn bind(port: u16) -> io::Result<Bound> {
    let first = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    let port = first.local_addr()?.port();
    let second = TcpListener::bind((Ipv6Addr::LOCALHOST, port)).ok();
    Ok(Bound {
        port,
        listeners: std::iter::once(first).chain(second).collect(),
    })
}

/// Serves until the process is ended.
pub(crate) fn forever(lab: &Arc<Lab>, plain: Bound, secure: Bound, tls: &Arc<Tls>) {
    let mut threads = Vec::new();
    for listener in plain.listeners {
        let lab = Arc::clone(lab);
        threads.push(thread::spawn(move || {
            accept(&listener, move |stream| converse(&lab, "http", stream));
        }));
    }
    for listener in secure.listeners {
        let lab = Arc::clone(lab);
        let tls = Arc::clone(tls);
        threads.push(thread::spawn(move || {
            accept(&listener, move |mut stream| {
                let connection = tls.accept(&mut stream)?;
                converse(&lab, "https", StreamOwned::new(connection, stream))
            });
        }));
    }
    for thread in threads {
        let _ = thread.join();
    }
}

fn accept(
    listener: &TcpListener,
    talk: impl Fn(TcpStream) -> io::Result<()> + Clone + Send + 'static,
) {
    for stream in listener.incoming().flatten() {
        let talk = talk.clone();
        thread::spawn(move || {
            let _ = stream
                .set_read_timeout(Some(IDLE))
                .and_then(|()| stream.set_nodelay(true))
                .and_then(|()| talk(stream));
        });
    }
}

/// Answers one request after another until the other side has had enough.
fn converse(lab: &Lab, scheme: &'static str, mut stream: impl Read + Write) -> io::Result<()> {
    let mut kept = Vec::new();
    while let Some(request) = read(scheme, &mut stream, &mut kept)? {
        // A handshake that was refused leaves no connection that could be used again.
        let close = request.header("upgrade").is_some()
            || request
                .header("connection")
                .is_some_and(|value| value.eq_ignore_ascii_case("close"));
        let answer = lab.answer(&request);
        thread::sleep(answer.takes);
        let answer = answer.bytes(request.method == "HEAD", close);
        stream.write_all(&answer)?;
        stream.flush()?;
        if close {
            break;
        }
    }
    Ok(())
}

/// Reads one request; none at the end of the stream. `kept` holds what was read beyond the one before.
fn read(
    scheme: &'static str,
    stream: &mut impl Read,
    kept: &mut Vec<u8>,
) -> io::Result<Option<Request>> {
    loop {
        if let Some((mut request, used)) = parse(scheme, kept)? {
            kept.drain(..used);
            let length = request
                .header("content-length")
                .and_then(|text| text.parse::<usize>().ok())
                .unwrap_or(0);
            if length > MAX_BODY {
                return Err(io::ErrorKind::InvalidData.into());
            }
            while kept.len() < length {
                if !fill(stream, kept)? {
                    return Ok(None);
                }
            }
            let body: Vec<u8> = kept.drain(..length).collect();
            request.body = String::from_utf8_lossy(&body).into_owned();
            return Ok(Some(request));
        }
        if kept.len() > MAX_HEAD || !fill(stream, kept)? {
            return Ok(None);
        }
    }
}

fn fill(stream: &mut impl Read, kept: &mut Vec<u8>) -> io::Result<bool> {
    let mut some = [0; 4096];
    let count = stream.read(&mut some)?;
    kept.extend(some.iter().take(count));
    Ok(count > 0)
}

/// The head of a request and its length in bytes, once it is there.
fn parse(scheme: &'static str, bytes: &[u8]) -> io::Result<Option<(Request, usize)>> {
    let mut headers = [httparse::EMPTY_HEADER; 64];
    let mut parsed = httparse::Request::new(&mut headers);
    let status = parsed.parse(bytes).map_err(io::Error::other)?;
    let httparse::Status::Complete(used) = status else {
        return Ok(None);
    };
    let headers: Vec<(String, String)> = parsed
        .headers
        .iter()
        .map(|header| {
            (
                header.name.to_ascii_lowercase(),
                String::from_utf8_lossy(header.value).into_owned(),
            )
        })
        .collect();
    let target = parsed.path.unwrap_or("/").to_owned();
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    let host = headers
        .iter()
        .find(|(name, _)| name == "host")
        .map_or("", |(_, value)| value);
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    let request = Request {
        method: parsed.method.unwrap_or("GET").to_owned(),
        scheme,
        host: name.to_ascii_lowercase(),
        path: path.to_owned(),
        query: pairs(query),
        target: target.clone(),
        headers,
        body: String::new(),
    };
    Ok(Some((request, used)))
}
