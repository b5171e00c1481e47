"""A store on a server elsewhere, against real Virtuoso and `oxigraph serve`, and against a server that misbehaves."""
