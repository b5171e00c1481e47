// The state of the lineage as the address holds it, what is asked of the server for it, and the query that gives its rows.
import { lastDay } from "./days.js";
import { language } from "./words.js";

const YEAR = /^\d{4}$/;
const ID = "https://w3id.org/borderkg/id/";

// In the address an IRI of ours stands without its beginning, so that it can be read.
export const short = (text) => text.replaceAll(ID, "");
const long = (id) => (/^[a-z-]+\/[\w.~%-]+$/.test(id) ? ID + id : id);

export function read(parameters) {
  const text = (name) => parameters.get(name) ?? "";
  const list = (name, by) => text(name).split(by).filter(Boolean);
  return {
    name: long(text("name")),
    relation: list("relation", ","),
    level: list("level", ","),
    periods: long(text("periods")),
    stated: text("stated_only") === "true",
    lanes: text("lanes") === "platform" ? "platform" : "",
    depth: text("depth") || "2",
    asOf: lastDay(text("as_of")),
    from: YEAR.test(text("from")) ? text("from") : "",
    to: YEAR.test(text("to")) ? text("to") : "",
    picks: list("pick", " ").slice(0, 2).map(long),
    hop: list("hop", "|").map((part, k) => (k < 2 ? long(part) : part)).join("|"),
    main: text("main") === "1",
    table: text("table") === "1",
  };
}

// What the server is asked: which hops there are.
export function asked(state) {
  const given = { relation: state.relation.join(","), level: state.level.join(","), stated_only: state.stated ? "true" : "" };
  return Object.entries(given).filter(([, value]) => value);
}

// And which part of them is drawn, and how. Without `periods` the server takes those of some source; "none" is none.
export function address(state, periods, width, form) {
  const depth = state.name && state.depth !== "all" ? [["depth", state.depth]] : [];
  const figure = { name: state.name, lanes: state.lanes, as_of: form === "drawing" ? "" : (state.asOf ?? "") };
  const behind = periods ? [["periods", periods === "none" ? "" : periods]] : [];
  const given = [...Object.entries(figure).filter(([, value]) => value), ...behind, ...depth, ...asked(state)];
  return `/api/lineage?${new URLSearchParams([...given, ["format", form], ["language", language()], ["width", String(width)]])}`;
}

const NODES = 60; // that a query names one by one

// The hops of the drawing as a query: what texts state and what rules infer, told apart.
export function query(state, drawn) {
  const relations = (state.relation.length ? state.relation : drawn.relations.map(([name]) => name)).map((name) => `bkg:${name}`);
  const iris = drawn.nodes.map((node) => node.iri).filter((iri) => iri.startsWith("https://"));
  const among = (variable) => `  VALUES ?${variable} { ${iris.map((iri) => `<${iri}>`).join(" ")} }\n`;
  const only = state.name && iris.length <= NODES ? among("one") + among("other") : "";
  const inferred = state.stated ? "" : `\n  UNION { GRAPH graph:lineage { ?one ?relation ?other } BIND("inferred" AS ?standing) }`;
  return `SELECT DISTINCT ?one ?relation ?other ?standing WHERE {\n  VALUES ?relation { ${relations.join(" ")} }\n${only}  { ?one ?relation ?other BIND("stated" AS ?standing) }${inferred}\n} ORDER BY ?standing ?relation ?one ?other`;
}
