"""The web page: hand-written ES modules under `static/`, served by `borderkg.server`."""
