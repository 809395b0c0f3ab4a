//! The certificate, made anew at each start: nothing that could be trusted by mistake is ever written down.

use std::error::Error;
use std::io::{self, Read};
use std::sync::Arc;

use rustls::pki_types::PrivateKeyDer;
use rustls::server::{Acceptor, WebPkiClientVerifier};
use rustls::{RootCertStore, ServerConfig, ServerConnection};

const NAMES: [&str; 5] = ["localhost", "*.localhost", "*.test", "127.0.0.1", "::1"];

/// The site whose server asks for a client certificate, and takes none for an answer too (RFC 8446, 4.3.2).
const ASKING: &str = "notaries.test";

/// What a connection is answered with.
pub(crate) struct Tls {
    usual: Arc<ServerConfig>,
    asking: Arc<ServerConfig>,
}

impl Tls {
    pub(crate) fn new() -> Result<Self, Box<dyn Error>> {
        let made = rcgen::generate_simple_self_signed(NAMES.map(str::to_owned))?;
        let certificate = made.cert.der().clone();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut roots = RootCertStore::empty();
        roots.add(certificate.clone())?;
        let verifier =
            WebPkiClientVerifier::builder_with_provider(Arc::new(roots), Arc::clone(&provider))
                .allow_unauthenticated()
                .build()?;
        let builder = || {
            ServerConfig::builder_with_provider(Arc::clone(&provider))
                .with_safe_default_protocol_versions()
        };
        let key = || PrivateKeyDer::Pkcs8(made.signing_key.serialize_der().into());
        Ok(Self {
            usual: Arc::new(
                builder()?
                    .with_no_client_auth()
                    .with_single_cert(vec![certificate.clone()], key())?,
            ),
            asking: Arc::new(
                builder()?
                    .with_client_cert_verifier(verifier)
                    .with_single_cert(vec![certificate.clone()], key())?,
            ),
        })
    }

    /// Reads the client's first message, and goes on as the name in it wants.
    pub(crate) fn accept(&self, stream: &mut impl Read) -> io::Result<ServerConnection> {
        let mut acceptor = Acceptor::default();
        loop {
            if acceptor.read_tls(stream)? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            if let Some(accepted) = acceptor
                .accept()
                .map_err(|(error, _)| io::Error::other(error))?
            {
                let asks = accepted
                    .client_hello()
                    .server_name()
                    .is_some_and(|name| name.ends_with(ASKING));
                let config = if asks { &self.asking } else { &self.usual };
                return accepted
                    .into_connection(Arc::clone(config))
                    .map_err(|(error, _)| io::Error::other(error));
            }
        }
    }
}
