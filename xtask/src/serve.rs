//! `cargo xtask serve`: the page on this machine alone, as a browser expects it.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use anyhow::{Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::project::{root, say};
use crate::wasm;

/// How many ports above the one asked for are tried when it is taken.
const PORTS_TRIED: u16 = 20;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The port to listen on; the next free one is taken if it is in use
    #[arg(long, default_value_t = 8080, value_parser = clap::value_parser!(u16).range(1..))]
    port: u16,
    /// Open the page in the browser
    #[arg(long)]
    open: bool,
}

/// Builds and serves until interrupted.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    wasm::build()?;
    let (server, port) = listen(arguments.port)?;
    let address = format!("http://127.0.0.1:{port}/");
    println!("{address}   (Ctrl-C ends)");
    if arguments.open
        && let Err(error) = open::that_detached(&address)
    {
        say(format!("the browser could not be opened: {error}"));
    }
    let www = root().join("www");
    for request in server.incoming_requests() {
        // A reader who has gone away is no reason to stop serving.
        let _ = answer(request, &www);
    }
    Ok(())
}

/// Listens on the port, or on the next free one, said aloud.
fn listen(port: u16) -> Result<(Server, u16)> {
    let last = port.saturating_add(PORTS_TRIED);
    for candidate in port..=last {
        match Server::http(("127.0.0.1", candidate)) {
            Ok(server) => {
                if candidate != port {
                    say(format!("port {port} is taken: serving on {candidate}"));
                }
                return Ok((server, candidate));
            }
            Err(error) => {
                let taken = error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::AddrInUse);
                if !taken {
                    return Err(anyhow!("cannot listen on port {candidate}: {error}"));
                }
            }
        }
    }
    Err(anyhow!("the ports {port} to {last} are all taken: name a free one with --port"))
}

fn answer(request: Request, www: &Path) -> io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::from_string("only GET and HEAD\n").with_status_code(405));
    }
    let file = locate(request.url()).map(|path| www.join(path)).filter(|path| path.is_file());
    match file.and_then(|path| Some((content_type(&path), fs::read(&path).ok()?))) {
        Some((kind, bytes)) => {
            let response = Response::from_data(bytes).with_header(header("Content-Type", kind));
            // What was built a second ago is what the page must load.
            request.respond(response.with_header(header("Cache-Control", "no-store")))
        }
        None => request.respond(Response::from_string("not found\n").with_status_code(404)),
    }
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("header names and values here are plain ASCII")
}

/// The file that a URL asks for, relative to the served folder; `None` for one that would leave it.
///
/// The names in the served folder are plain, so a URL with an escape (`%2e`) names none of them.
fn locate(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let path = PathBuf::from(path);
    path.components().all(|part| matches!(part, Component::Normal(_))).then_some(path)
}

/// The content type by the file's ending; a browser compiles a module as it streams in only as `application/wasm`.
fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("txt" | "md" | "ts") => "text/plain; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_name_files_below_the_folder_alone() {
        let located = |url| locate(url).map(|path| path.to_string_lossy().into_owned());
        assert_eq!(located("/").as_deref(), Some("index.html"));
        assert_eq!(located("/demo/").as_deref(), Some("demo/index.html"));
        assert_eq!(located("/pkg/reperes.js?v=1").as_deref(), Some("pkg/reperes.js"));
        for outside in ["/../Cargo.toml", "/pkg/../../Cargo.toml", "//etc/passwd", "/./x", "*", "http://elsewhere/"] {
            assert_eq!(located(outside), None, "{outside}");
        }
    }

    #[test]
    fn modules_stream() {
        assert_eq!(content_type(Path::new("pkg/reperes_bg.wasm")), "application/wasm");
        assert_eq!(content_type(Path::new("reperes.js")), "text/javascript; charset=utf-8");
    }
}
