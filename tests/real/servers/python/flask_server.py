"""Flask-JWT-Extended under Werkzeug's own server."""

import json
from datetime import timedelta

from flask import Flask, jsonify, request
from flask_cors import CORS
from flask_jwt_extended import (
    JWTManager,
    create_access_token,
    create_refresh_token,
    current_user,
    get_csrf_token,
    get_jwt,
    get_jwt_identity,
    jwt_required,
    set_access_cookies,
)
from werkzeug.serving import WSGIRequestHandler, make_server

from sites import PAGE, Sites


def make(settings):
    """An app whose configuration is changed as the settings say."""
    app = Flask(__name__)
    app.config["JWT_SECRET_KEY"] = "a long secret of the server for HS256"
    app.config["JWT_TOKEN_LOCATION"] = ["headers"]
    app.config.update(settings.get("config", {}))
    jwt = JWTManager(app)
    if settings.get("cors"):
        CORS(app, supports_credentials=True)
    revoked = set()
    gone = set()

    @jwt.token_in_blocklist_loader
    def in_blocklist(_header, payload):
        return payload["jti"] in revoked

    if settings.get("saysWhy"):
        jwt.unauthorized_loader(say_why)
        jwt.expired_token_loader(lambda *_: say_why("Token has expired"))
        jwt.revoked_token_loader(lambda *_: say_why("Token has been revoked"))
        jwt.needs_fresh_token_loader(lambda *_: say_why("Fresh token required"))

    @jwt.user_lookup_loader
    def look_up(_header, payload):
        return None if payload["sub"] in gone else payload["sub"]

    @app.post("/login")
    def login():
        asked = request.get_json()
        if asked.get("password", "lovelace") != "lovelace":
            return jsonify({"msg": "Bad username or password"}), 401
        lifetime = timedelta(seconds=asked["lasts"]) if "lasts" in asked else None
        access = create_access_token("ada", fresh=asked.get("fresh", True), expires_delta=lifetime)
        cookies = "cookies" in app.config["JWT_TOKEN_LOCATION"]
        answer = jsonify(access=access, refresh=create_refresh_token("ada"), csrf=csrf(access, app) if cookies else None)
        if cookies:
            set_access_cookies(answer, access)
        return answer

    @app.delete("/logout")
    @jwt_required()
    def log_out():
        revoked.add(get_jwt()["jti"])
        return jsonify(ok=True)

    @app.delete("/user")
    @jwt_required()
    def remove():
        gone.add(get_jwt_identity())
        return jsonify(ok=True)

    @app.get("/api/me")
    @jwt_required()
    def me():
        return jsonify(name=str(current_user))

    @app.route("/api/orders", methods=["GET", "POST"])
    @jwt_required()
    def order():
        return jsonify(ok=True)

    @app.get("/api/password")
    @jwt_required(fresh=True)
    def password():
        return jsonify(ok=True)

    return app


def say_why(reason):
    """Answers with the reason in the challenge too (RFC 6750, 3)."""
    challenge = f'Bearer error="invalid_token", error_description="{reason}"'
    return jsonify(msg=reason), 401, {"WWW-Authenticate": challenge}


def csrf(access, app):
    """The double-submit value of a token, for the page to send."""
    with app.app_context():
        return get_csrf_token(access) if app.config.get("JWT_COOKIE_CSRF_PROTECT") else None


SITES = Sites(make)


def serve(environ, start_response):
    """Hands each request to its site's app."""
    path = environ["PATH_INFO"]
    if path.startswith("/-/"):
        SITES.set(path, environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])))
        start_response("204 No Content", [])
        return []
    if path == "/page":
        start_response("200 OK", [("Content-Type", "text/html")])
        return [PAGE]
    app = SITES.app(environ["HTTP_HOST"])
    if app is None or path == "/favicon.ico":
        start_response("404 Not Found", [])
        return []
    return app(environ, start_response)


class Quiet(WSGIRequestHandler):
    """Logs no request."""

    def log_request(self, code="-", size="-"):
        """Nothing."""


server = make_server("127.0.0.1", 0, serve, threaded=True, request_handler=Quiet)
print(json.dumps({"port": server.port}), flush=True)
server.serve_forever()
