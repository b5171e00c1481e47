// What a term of a query means: its names and definition in the ontology, and one triple that has it; or the name of a thing.
import { el, named } from "./dom.js";
import { language, wording } from "./words.js";
import { rows } from "./sparql.js";

const t = wording({ sample: ["例：", "for example:"] });

const DEFINED = (term) => `SELECT ?name ?definition {
  { ${term} skos:prefLabel ?name } UNION { GRAPH ?g { ${term} rdfs:label|skos:prefLabel ?name } }
  OPTIONAL { GRAPH ?h { ${term} skos:definition ?definition } FILTER(LANG(?definition) = LANG(?name)) }
  FILTER(LANG(?name) = "${language()}")
} LIMIT 1`;
const SAMPLE = (term) => `SELECT ?one ?other {
  ?s ${term} ?o . ?s skos:prefLabel ?one FILTER(LANG(?one) = "zh")
  OPTIONAL { ?o skos:prefLabel ?name FILTER(LANG(?name) = "zh") } BIND(COALESCE(?name, STR(?o)) AS ?other)
} LIMIT 1`;

const known = new Map();

// A node for a prefixed name or an IRI in angle brackets; null where the graph says nothing of it.
export function define(term) {
  const key = `${language()} ${term}`;
  if (!known.has(key)) known.set(key, asked(term).catch(() => null));
  return known.get(key).then((node) => node?.cloneNode(true) ?? null);
}

async function asked(term) {
  const [found] = await rows(DEFINED(term));
  if (!found) return null;
  const [sample] = /^bkg:[a-z]/.test(term) ? await rows(SAMPLE(term)) : [];
  return el(
    "div",
    { class: "term" },
    el("p", {}, el("b", {}, named(found.name)), el("span", { class: "quiet" }, ` ${term}`)),
    found.definition ? el("p", {}, found.definition) : null,
    sample ? el("p", { class: "quiet" }, `${t("sample")} ${sample.one} → ${sample.other}`) : null,
  );
}
