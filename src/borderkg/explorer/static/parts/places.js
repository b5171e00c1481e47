// What has a place on the map: ports, counties and towns at their own points, platforms at that of the smallest area they lie in.
// Points and radii are those of authority data, each with its source; dates and names are those of the graph.
import { rows } from "./sparql.js";

export const KINDS = ["port", "platform", "county", "town", "prefecture", "province"];

export const QUERY = `SELECT DISTINCT ?thing ?class ?name ?wkt ?radius ?from ?date ?level ?at WHERE {
  ?thing skos:prefLabel ?name FILTER(LANG(?name) = "zh")
  {
    VALUES ?class { bkg:Port bkg:Region }
    ?thing a ?class ; geo:hasGeometry ?g OPTIONAL { ?thing bkg:adminLevel ?level }
  } UNION {
    ?thing a bkg:Platform, ?class FILTER(?class = bkg:Platform)
    { ?thing bkg:locatedIn ?place } UNION { GRAPH graph:reference { ?thing bkg:locatedIn ?place } }
    ?place geo:hasGeometry ?g ; bkg:adminLevel ?level ; skos:prefLabel ?at FILTER(LANG(?at) = "zh")
  }
  ?g geo:asWKT ?wkt ; geo:hasMetricSpatialAccuracy ?radius ; dcterms:source ?from
  OPTIONAL { ?thing bkg:dateEstablished ?date }
}`;

const FACING = "SELECT DISTINCT ?one ?other { ?one a bkg:Port ; bkg:counterpart ?other }";
const POINT = /^POINT ?\((-?[\d.]+) (-?[\d.]+)\)$/;
const LEVELS = ["county", "prefecture", "province"]; // the smallest first

// Places as { iri, name, kind, longitude, latitude, radius (metres), source, dates, at }: one for each thing.
export async function places() {
  const found = new Map();
  for (const row of await rows(QUERY)) {
    const point = POINT.exec(row.wkt);
    if (!point) continue;
    const level = row.level?.split("admin-level-").pop() ?? "";
    const rank = LEVELS.indexOf(level);
    const place = found.get(row.thing) ?? { iri: row.thing, name: row.name, dates: new Set(), rank: Infinity };
    if (row.date) place.dates.add(row.date);
    const kind = { Port: "port", Platform: "platform" }[row.class.split("/").pop()] ?? (rank < 0 ? "town" : level);
    if (kind !== "platform" || rank < place.rank) {
      Object.assign(place, { kind, rank, at: row.at ?? "", longitude: Number(point[1]), latitude: Number(point[2]), radius: Number(row.radius), source: row.from });
    }
    found.set(row.thing, place);
  }
  return [...found.values()].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.name.localeCompare(b.name, "zh"));
}

// Pairs of ports that face each other, as IRIs.
export async function facing() {
  return (await rows(FACING)).map(({ one, other }) => [one, other]);
}
