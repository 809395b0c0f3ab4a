"""Many sites in one process: each has an app of its own, made anew whenever its settings change."""

import json


class Sites:
    """The apps by site; `make` makes an app of settings."""

    def __init__(self, make):
        self.make = make
        self.apps = {}

    def set(self, path, body):
        """`PUT /-/<site>` with `{"settings": …}`."""
        self.apps[path.removeprefix("/-/")] = self.make(json.loads(body)["settings"])

    def app(self, host):
        """The app for a `Host` such as `api.site.localhost:8000`."""
        labels = host.split(":")[0].split(".")
        return self.apps.get(labels[-2].removesuffix("-page")) if len(labels) > 1 else None


PAGE = b"<!doctype html><title>A page</title>"
