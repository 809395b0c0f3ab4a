//! stub
/// stub
pub fn of_host(host: &str) -> String {
    let p: Vec<&str> = host.rsplitn(3, '.').collect();
    if p.len() >= 2 {
        format!("{}.{}", p.get(1).unwrap_or(&""), p.first().unwrap_or(&""))
    } else {
        host.to_owned()
    }
}
