//! No secret gets out: redaction over the whole corpus, and canaries planted in every place of an exchange.

#[cfg(test)]
mod canary;
#[cfg(test)]
mod checks;
#[cfg(test)]
mod exports;
#[cfg(test)]
mod forms;
#[cfg(test)]
mod places;
#[cfg(test)]
mod shapes;
