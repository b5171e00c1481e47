// The figures that texts give, asked of the graph: which quantities there are, and the values of one, in one unit.
import { rows } from "./sparql.js";
import { pick } from "./words.js";

const ID = "https://w3id.org/borderkg/id/";
const CONCEPT = "https://w3id.org/borderkg/concept/";

const FIGURES = `  GRAPH ?g { ?claim bkg:claimPredicate bkg:observation ; bkg:claimObject ?figure ; bkg:modality bkc:modality-asserted }
  { ?figure bkg:indicator ?indicator ; bkg:area ?area ; bkg:value ?printed } UNION { GRAPH ?g { ?figure bkg:indicator ?indicator ; bkg:area ?area ; bkg:value ?printed } }`;
const TIME = `OPTIONAL { ?figure bkg:refTime ?fact } OPTIONAL { GRAPH ?g { ?figure bkg:refTime ?said } } BIND(COALESCE(?fact, ?said) AS ?time)`;
const LABELS = (of, zh, en) => `OPTIONAL { ?${of} skos:prefLabel ?${zh} FILTER(LANG(?${zh}) = "zh") } OPTIONAL { ?${of} skos:prefLabel ?${en} FILTER(LANG(?${en}) = "en") }`;

const QUANTITIES = `SELECT ?indicator (COUNT(DISTINCT ?figure) AS ?n) (SAMPLE(?z) AS ?zh) (SAMPLE(?e) AS ?en) (SAMPLE(?q) AS ?quantity) (SAMPLE(?qz) AS ?quantityZh) (SAMPLE(?qe) AS ?quantityEn) (SAMPLE(?b) AS ?base) (SAMPLE(?u) AS ?unit) WHERE {
${FIGURES}
  ${LABELS("indicator", "z", "e")}
  OPTIONAL { ?indicator bkg:indicatorUnit ?u }
  OPTIONAL { ?indicator bkg:measures ?q ; bkg:inUnit/bkg:baseUnit ?b . ${LABELS("q", "qz", "qe")} }
} GROUP BY ?indicator ORDER BY DESC(?n)`;

// What is measured, the best known first: `{ key, label, n, indicators }`. Indicators of one quantity whose units can be turned into
// one another are one.
export async function quantities() {
  const found = new Map();
  for (const row of await rows(QUANTITIES)) {
    const together = row.quantity && row.base;
    const key = together ? `${row.quantity.replace(CONCEPT, "")}.${row.base.replace(CONCEPT, "")}` : row.indicator.replace(ID, "");
    const one = found.get(key) ?? { key, n: 0, indicators: [], units: new Set(), label: together ? pick([row.quantityZh, row.quantityEn]) : pick([row.zh, row.en]) };
    one.n += Number(row.n);
    one.indicators.push(row.indicator);
    if (row.unit) one.units.add(row.unit);
    found.set(key, one);
  }
  return [...found.values()].sort((a, b) => b.n - a.n || a.key.localeCompare(b.key));
}

// The query for the values of some indicators; it is also what a reader takes away.
export const valuesQuery = (indicators) => `SELECT DISTINCT ?claim ?figure ?area ?areaZh ?areaEn ?name ?time ?printed ?unit ?factor ?table ?citation ?conflict WHERE {
  VALUES ?indicator { ${indicators.map((iri) => `<${iri}>`).join(" ")} }
${FIGURES}
  GRAPH ?g { ?claim bkg:statedIn ?text }
  ${TIME}
  OPTIONAL { ?figure bkg:tableNumber ?table }
  OPTIONAL { ?text bkg:citation ?citation }
  OPTIONAL { ?indicator bkg:indicatorUnit ?unit }
  OPTIONAL { ?indicator bkg:inUnit/bkg:factor ?factor }
  OPTIONAL { ?indicator skos:prefLabel ?name FILTER(LANG(?name) = "zh") }
  ${LABELS("area", "areaZh", "areaEn")}
  OPTIONAL { ?c a bkg:Conflict ; bkg:involves ?claim BIND(true AS ?conflict) }
} ORDER BY ?areaZh ?time ?printed ?claim`;

// The values of a quantity, in the unit that most of them are printed in: `{ unit, converted, rows }`, a row for each figure with all
// its claims. `converted` lists the other units and what one of them is.
export async function values(quantity) {
  const found = await rows(valuesQuery(quantity.indicators));
  const counts = new Map();
  for (const row of found) counts.set(row.unit ?? "", (counts.get(row.unit ?? "") ?? 0) + 1);
  const unit = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0]?.[0] ?? "";
  const own = Number(found.find((row) => (row.unit ?? "") === unit)?.factor ?? 1);
  const converted = new Map();
  const figures = new Map();
  for (const row of found) {
    const share = (row.factor ? Number(row.factor) : own) / own;
    if ((row.unit ?? "") !== unit && share !== 1) converted.set(row.unit, share);
    const known = figures.get(row.figure);
    if (known) {
      known.claims.push(row.claim);
      known.citations.add(row.citation ?? "");
      known.conflict ||= Boolean(row.conflict);
      continue;
    }
    figures.set(row.figure, {
      ...row,
      area: pick([row.areaZh, row.areaEn]) || row.area.split("/").pop(),
      areaIri: row.area,
      time: row.time ?? "",
      printed: Number(row.printed),
      value: Number((Number(row.printed) * share).toPrecision(12)),
      claims: [row.claim],
      citations: new Set([row.citation ?? ""]),
      conflict: Boolean(row.conflict),
    });
  }
  return { unit, converted: [...converted], rows: [...figures.values()] };
}

// The claims that contradict some of these claims, they themselves included.
export async function opposing(claims) {
  const found = await rows(`SELECT DISTINCT ?other WHERE { VALUES ?claim { ${claims.map((iri) => `<${iri}>`).join(" ")} } ?conflict a bkg:Conflict ; bkg:involves ?claim , ?other }`);
  return [...new Set([...claims, ...found.map((row) => row.other)])];
}

// The types of platforms, with how many of each, for the figures of how they spread.
export async function platformTypes() {
  const found = await rows(`SELECT ?type ?zh ?en (COUNT(DISTINCT ?zone) AS ?n) (COUNT(DISTINCT ?year) AS ?years) WHERE { ?zone a bkg:Platform ; bkg:platformType ?type . ${LABELS("type", "zh", "en")} OPTIONAL { ?zone bkg:dateEstablished ?date BIND(SUBSTR(STR(?date), 1, 4) AS ?year) } } GROUP BY ?type ?zh ?en ORDER BY DESC(?n) ?type`);
  return found.map((row) => ({ iri: row.type, label: pick([row.zh, row.en]), n: Number(row.n), years: Number(row.years) }));
}
