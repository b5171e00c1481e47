// Terms of an answer as values: what is a number, a date, a thing with a page; and the names of things, asked for together.
import { isEntity } from "./dom.js";
import { rows } from "./sparql.js";
import { language } from "./words.js";

const NUMBERS = /#(integer|decimal|double|float|long|int|short|byte|(?:non)?(?:Negative|Positive)Integer|unsigned\w+)$/i;
const DATE = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?$/;
const BASE = "https://w3id.org/borderkg/";

export const isNumber = (term) => Boolean(term) && NUMBERS.test(term.datatype ?? "");
export const number = (term) => (isNumber(term) ? Number(term.value) : null);

// A printed date as the days since 1970 of its first and its last day; null for what is none.
export function days(term) {
  if (!term || term.type === "uri" || isNumber(term)) return null;
  const [first, last = first] = term.value.split("/");
  const from = DATE.exec(first);
  const to = DATE.exec(last);
  if (!from || !to) return null;
  const day = (year, month, date) => Date.UTC(year, month, date) / 86400000;
  return {
    first: day(from[1], (from[2] ?? 1) - 1, from[3] ?? 1),
    last: to[3] ? day(to[1], to[2] - 1, to[3]) : to[2] ? day(to[1], Number(to[2]), 0) : day(to[1], 11, 31),
  };
}

// What a term is called where nothing gives it a name.
export function short(term) {
  if (!term) return "";
  if (term.type !== "uri") return term.value.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, isNumber(term) ? "" : ".");
  const { value } = term;
  if (value.startsWith(`${BASE}ontology/`)) return `bkg:${value.slice(BASE.length + 9)}`;
  if (value.startsWith(`${BASE}concept/`)) return `bkc:${value.slice(BASE.length + 8)}`;
  return value.startsWith(BASE) ? value.slice(BASE.length).replace(/^id\//, "") : value;
}

const names = new Map();
const ours = (iri) => iri.startsWith(BASE) && !/[<>"{}|\\^`\s]/.test(iri);

// The names of these IRIs in the language of the page, else in the other; those that have none are left out.
export async function namesOf(iris) {
  const lang = language();
  const key = (iri) => `${lang} ${iri}`;
  const wanted = [...new Set(iris)].filter((iri) => ours(iri) && !names.has(key(iri)));
  for (let k = 0; k < wanted.length; k += 500) {
    const part = wanted.slice(k, k + 500);
    const values = part.map((iri) => `<${iri}>`).join(" ");
    const found = await rows(
      `SELECT ?i ?l (LANG(?l) AS ?in) { VALUES ?i { ${values} } { ?i skos:prefLabel|dcterms:title ?l } UNION { GRAPH graph:ontology { ?i rdfs:label|skos:prefLabel ?l } } }`,
    );
    part.forEach((iri) => names.set(key(iri), ""));
    for (const { i, l, in: its } of found) if (its === lang || !names.get(key(i))) names.set(key(i), l);
  }
  return new Map(iris.map((iri) => [iri, names.get(key(iri))]).filter(([, name]) => name));
}

// What a cell shows: a name where the thing has one.
export const shown = (term, called) => (term?.type === "uri" && called.get(term.value)) || short(term);

// The columns of an answer by what they hold: all their values are things, numbers or dates.
export function columns(names, bindings) {
  const some = bindings.slice(0, 200);
  const all = (name, test) => some.some((row) => row[name]) && some.every((row) => !row[name] || test(row[name]));
  return {
    things: names.filter((name) => all(name, (term) => term.type === "uri" && isEntity(term.value))),
    iris: names.filter((name) => all(name, (term) => term.type === "uri")),
    numbers: names.filter((name) => all(name, isNumber)),
    dates: names.filter((name) => all(name, (term) => days(term) !== null)),
    words: names.filter((name) => all(name, (term) => term.type !== "uri" && !isNumber(term) && days(term) === null)),
  };
}
