"""Django REST framework with sessions, its own tokens and simplejwt, under Django's own server.

Django's settings hold for a process, so a site that wants others gets a process of its own: `django_server.py PORT SETTINGS`.
"""

import json
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from socketserver import ThreadingMixIn

import django
from django.conf import settings

PORT, GIVEN = int(sys.argv[1]), json.loads(sys.argv[2])
if GIVEN.pop("saysWhy", False):
    GIVEN["REST_FRAMEWORK"] = {"EXCEPTION_HANDLER": f"{__name__}.say_why"}
FOLDER = tempfile.TemporaryDirectory()
JWT = {name: timedelta(seconds=value) if name.endswith("LIFETIME") else value for name, value in GIVEN.pop("SIMPLE_JWT", {}).items()}

settings.configure(
    SECRET_KEY="a long secret of the server, for signing",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(Path(FOLDER.name) / "db")}},
    PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    INSTALLED_APPS=[
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "corsheaders",
        "rest_framework",
        "rest_framework.authtoken",
        "rest_framework_simplejwt.token_blacklist",
    ],
    MIDDLEWARE=[
        "corsheaders.middleware.CorsMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
    ],
    SIMPLE_JWT={"ALGORITHM": "HS256", "SIGNING_KEY": "a long secret of the server for HS256", "CHECK_USER_IS_ACTIVE": True, **JWT},
    **GIVEN,
)
django.setup()

from django.contrib.auth import authenticate, login  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.core.servers.basehttp import WSGIRequestHandler, WSGIServer  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.http import HttpResponse, JsonResponse  # noqa: E402
from django.urls import path  # noqa: E402
from django.views.decorators.csrf import csrf_exempt, ensure_csrf_cookie  # noqa: E402
from rest_framework.authentication import BasicAuthentication, SessionAuthentication, TokenAuthentication  # noqa: E402
from rest_framework.authtoken.models import Token  # noqa: E402
from rest_framework.authtoken.views import obtain_auth_token  # noqa: E402
from rest_framework.permissions import IsAuthenticated  # noqa: E402
from rest_framework.response import Response  # noqa: E402
from rest_framework.views import APIView, exception_handler  # noqa: E402
from rest_framework_simplejwt.authentication import JWTAuthentication  # noqa: E402
from rest_framework_simplejwt.views import TokenBlacklistView, TokenObtainPairView, TokenRefreshView  # noqa: E402


def say_why(error, context):
    """Puts the reason into the challenge too (RFC 6750, 3)."""
    answer = exception_handler(error, context)
    if answer is not None and answer.status_code == 401:
        detail = answer.data["detail"]
        challenge = answer.get("WWW-Authenticate", "Bearer")
        answer["WWW-Authenticate"] = f'{challenge}, error="invalid_token", error_description="{detail}"'
    return answer


def guarded(*classes):
    """A view behind these ways to authenticate, the first of which speaks for all."""

    class Guarded(APIView):
        authentication_classes = classes
        permission_classes = [IsAuthenticated]

        def get(self, request):
            """Whoever asked."""
            return Response({"name": request.user.username})

        post = get

    return Guarded.as_view()


@csrf_exempt
def sign_in(request):
    """Starts a session."""
    asked = json.loads(request.body)
    user = authenticate(request, username=asked["username"], password=asked["password"])
    if user is None:
        return JsonResponse({"detail": "Invalid credentials"}, status=401)
    login(request, user)
    return JsonResponse({"ok": True})


@csrf_exempt
def administer(request):
    """What an administrator does to Ada's account."""
    asked = json.loads(request.body)
    if "active" in asked:
        User.objects.filter(username="ada").update(is_active=asked["active"])
    if "forget" in asked:
        Token.objects.all().delete()
    token, _ = Token.objects.get_or_create(user=User.objects.get(username="ada"))
    return JsonResponse({"token": token.key})


@ensure_csrf_cookie
def page(_request):
    """An empty page."""
    return HttpResponse("<!doctype html><title>A page</title>")


urlpatterns = [
    path("page", page),
    path("admin", administer),
    path("login", sign_in),
    path("api/token", TokenObtainPairView.as_view()),
    path("api/token/refresh", TokenRefreshView.as_view()),
    path("api/token/blacklist", TokenBlacklistView.as_view()),
    path("api/token-auth", obtain_auth_token),
    path("api/me", guarded(JWTAuthentication)),
    path("api/token-me", guarded(TokenAuthentication)),
    path("api/session-me", guarded(SessionAuthentication)),
    path("api/session-or-basic", guarded(BasicAuthentication, SessionAuthentication)),
    path("api/jwt-or-session", guarded(JWTAuthentication, SessionAuthentication)),
]


class Server(ThreadingMixIn, WSGIServer):
    """A thread for each connection."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    """Logs no request."""

    def log_message(self, format, *args):  # noqa: A002
        """Nothing."""


call_command("migrate", verbosity=0)
User.objects.create_user("ada", password="lovelace")
server = Server(("127.0.0.1", PORT), Quiet)
server.set_app(get_wsgi_application())
print(json.dumps({"port": server.server_port}), flush=True)
server.serve_forever()
