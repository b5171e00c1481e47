"""The head of a page that stands alone: one file with its style and script, which works from a folder and asks for nothing.

Its policy (Content Security Policy Level 3, section 2.3.1) allows those two by their hashes, and no request.
"""

import hashlib
from base64 import b64encode
from html import escape


def head(title: str, language: str, style: str, script: str = "") -> str:
    """From the doctype to `</head>`, ending in a line feed; the title is plain text, `language` a tag as `zh-Hans`.

    The script has to stand in the body, character for character."""
    scripts = f"script-src '{_hash(script)}'; " if script else ""
    policy = f"default-src 'none'; {scripts}style-src '{_hash(style)}'; base-uri 'none'; form-action 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n"
    )


def _hash(text: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()
