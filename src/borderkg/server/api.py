"""The addresses that answer programs: search, the questions, and their description."""

from typing import Final

from starlette.routing import Route

from borderkg.server import openapi, questions, search

ROUTES: Final = (
    Route("/api", openapi.page),
    Route("/openapi.json", openapi.description),
    Route("/api/search", search.search),
    Route("/api/questions", questions.listing),
    Route("/api/questions/{name}", questions.answer),
)
