"""A store on a SPARQL 1.1 server elsewhere, that the operator named: asked over the protocol, loaded by updates."""
