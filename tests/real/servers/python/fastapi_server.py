"""FastAPI's own security classes under uvicorn."""

import json
import socket
from datetime import datetime, timedelta, timezone
from typing import Annotated

import jwt
import uvicorn
from fastapi import Depends, FastAPI, HTTPException, Security, status
from fastapi.middleware.cors import CORSMiddleware
from fastapi.security import (
    APIKeyCookie,
    APIKeyHeader,
    APIKeyQuery,
    HTTPBasic,
    HTTPBasicCredentials,
    HTTPBearer,
    HTTPDigest,
    OAuth2PasswordBearer,
    OAuth2PasswordRequestForm,
)

from sites import PAGE, Sites

SECRET = "a long secret of the server for HS256"
KEY = "k-5d2f8c1e9b7a"


def make(settings):
    """An app as the tutorial of FastAPI builds it."""
    app = FastAPI()
    if settings.get("cors"):
        app.add_middleware(CORSMiddleware, **settings["cors"])
    oauth2 = OAuth2PasswordBearer(tokenUrl="token")

    @app.post("/token")
    def token(form: Annotated[OAuth2PasswordRequestForm, Depends()]):
        if (form.username, form.password) != ("ada", "lovelace"):
            raise HTTPException(
                status_code=status.HTTP_401_UNAUTHORIZED,
                detail="Incorrect username or password",
                headers={"WWW-Authenticate": "Bearer"},
            )
        until = datetime.now(timezone.utc) + timedelta(seconds=settings.get("lasts", 900))
        return {"access_token": jwt.encode({"sub": "ada", "exp": until}, SECRET, "HS256"), "token_type": "bearer"}

    @app.get("/api/me")
    def me(given: Annotated[str, Depends(oauth2)]):
        try:
            claims = jwt.decode(given, settings.get("secret", SECRET), algorithms=["HS256"])
        except jwt.InvalidTokenError as error:
            raise HTTPException(
                status_code=status.HTTP_401_UNAUTHORIZED,
                detail="Could not validate credentials",
                headers={"WWW-Authenticate": "Bearer"},
            ) from error
        return {"name": claims["sub"]}

    @app.get("/api/bearer")
    def bearer(given: Annotated[object, Depends(HTTPBearer())]):
        return {"given": bool(given)}

    @app.get("/api/key")
    def key(given: Annotated[str, Security(APIKeyHeader(name="X-API-Key"))]):
        return accepted(given)

    @app.get("/api/key-query")
    def key_query(given: Annotated[str, Security(APIKeyQuery(name="api_key"))]):
        return accepted(given)

    @app.get("/api/key-cookie")
    def key_cookie(given: Annotated[str, Security(APIKeyCookie(name="session"))]):
        return accepted(given)

    @app.get("/api/basic")
    def basic(given: Annotated[HTTPBasicCredentials, Depends(HTTPBasic())]):
        if (given.username, given.password) != ("ada", "lovelace"):
            raise HTTPException(
                status_code=status.HTTP_401_UNAUTHORIZED,
                detail="Incorrect username or password",
                headers={"WWW-Authenticate": "Basic"},
            )
        return {"name": given.username}

    @app.get("/api/digest")
    def digest(given: Annotated[object, Depends(HTTPDigest())]):
        return {"given": bool(given)}

    return app


def accepted(given):
    """What a key opens."""
    if given != KEY:
        raise HTTPException(status_code=status.HTTP_401_UNAUTHORIZED, detail="Invalid API key")
    return {"ok": True}


SITES = Sites(make)


async def serve(scope, receive, send):
    """Hands each request to its site's app."""
    if scope["type"] != "http":
        return
    path = scope["path"]
    host = dict(scope["headers"])[b"host"].decode()
    app = SITES.app(host)
    if path.startswith("/-/"):
        body = b""
        more = True
        while more:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
        SITES.set(path, body)
        await answer(send, 204, b"")
    elif path == "/page":
        await answer(send, 200, PAGE)
    elif app is None or path == "/favicon.ico":
        await answer(send, 404, b"")
    else:
        await app(scope, receive, send)


async def answer(send, code, body):
    """A short answer of our own."""
    headers = [(b"content-type", b"text/html")]
    await send({"type": "http.response.start", "status": code, "headers": headers})
    await send({"type": "http.response.body", "body": body})


listener = socket.create_server(("127.0.0.1", 0))
print(json.dumps({"port": listener.getsockname()[1]}), flush=True)
uvicorn.Server(uvicorn.Config(serve, log_level="error", lifespan="off")).run(sockets=[listener])
