// How to cite what the graph says: author, year, version and the day on which it was read; and the texts that an answer rests on.
// A server on the reader's own machine has no address that anybody else could open: then the dataset's own stands in its place.
import { rows } from "./sparql.js";

const LOOPBACK = /^(localhost|127\.[\d.]+|\[::1\])$/;
const MONTHS = "January February March April May June July August September October November December".split(" ");

// The day on which the page is read, where the reader is.
const today = () => {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return { iso: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`, apa: `${MONTHS[now.getMonth()]} ${now.getDate()}, ${now.getFullYear()}` };
};

const address = (citation) => (LOOPBACK.test(location.hostname) ? citation.identifier : location.href);

// An entry of the graph in two styles: [name, text]. `names` are those of the thing in Chinese and English, `iri` is what names it for good.
export function styles(citation, { iri, names: [zh, en], label }) {
  const { author, title, year, version, graph } = citation;
  const named = zh && en ? `${en} (${zh})` : label;
  return [
    ["GB/T 7714", `${author}. ${zh || label}[DS/OL]//${title[0]}. 版本 ${version}，图谱 ${graph}. (${year})[${today().iso}]. ${iri}.`],
    ["APA", `${author}. (${year}). ${named} [Data set entry]. In ${title[1]} (Version ${version}, graph ${graph}). Retrieved ${today().apa}, from ${iri}`],
  ];
}

// What BibTeX reads as marks of its own, as what they are.
const plain = (text) => text.replaceAll("\\", "\\textbackslash ").replace(/[{}]/g, "").replace(/[&%$#_]/g, "\\$&");
const entry = (key, fields) => `@misc{${key},\n${Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}},\n`).join("")}}\n`;

// BibTeX for an answer: by whom and of when the graph is, which state of it was asked, what, and when. `question` is one of the catalogue.
export function answered(citation, question) {
  const { author, title, year, version, graph, identifier } = citation;
  const what = question ? `answer to ${question.name}: ${question.summary}` : "answer to a query";
  return entry(`borderkg-${graph}`, {
    author: `{${author}}`,
    title: `${plain(title[1]).replace("BorderKG", "{BorderKG}").replace("China", "{China}")}: ${plain(what)}`,
    year,
    version,
    note: `Graph ${graph}. Data set ${identifier.replaceAll("#", "\\#")}`,
    url: address(citation),
    urldate: today().iso,
  });
}

const TEXTS = "SELECT ?d ?title ?citation ?year ?author { ?d a bkg:Document ; dcterms:title ?title ; bkg:citation ?citation OPTIONAL { ?d bkg:published ?year } OPTIONAL { ?d bkg:author/skos:prefLabel ?author } } ORDER BY ?d ?author";

// BibTeX of the texts that an answer names, by their IRIs or titles; empty where it names none.
export async function texts(bindings) {
  const named = new Set(bindings.flatMap((row) => Object.values(row).map((term) => term.value)));
  const found = new Map();
  for (const { d, title, citation, year, author } of await rows(TEXTS)) {
    const text = found.get(d) ?? { titles: new Set(), authors: new Set(), citation, year };
    found.set(d, text);
    text.titles.add(title);
    if (author) text.authors.add(author);
  }
  const said = [...found].filter(([iri, { titles }]) => named.has(iri) || [...titles].some((title) => named.has(title)));
  return said.map(([iri, { titles, authors, citation, year }]) => entry(`text-${iri.split("/").pop()}`, {
    author: [...authors].sort((a, b) => citation.indexOf(a) - citation.indexOf(b)).map((name) => `{${plain(name)}}`).join(" and "),
    title: `{${plain([...titles].find((title) => citation.includes(title)) ?? [...titles][0])}}`,
    year: year ? String(year).slice(0, 4) : "",
    note: plain(citation),
  })).join("\n");
}
