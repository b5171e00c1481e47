// A text as it lies in its file, with places marked in it. Offsets are those of the graph: Unicode code points, ends exclusive.
import { el } from "./dom.js";

const CHUNK = 3000; // characters of a block; blocks out of sight are not laid out

// Characters by code point; a text without any beyond the basic plane is its own list of them.
export function codePoints(text) {
  const points = /[\ud800-\udfff]/.test(text) ? Array.from(text) : null;
  return {
    length: points ? points.length : text.length,
    slice: (start, end) => (points ? points.slice(start, end).join("") : text.slice(start, end)),
  };
}

// Where words stand in a text, blanks and line breaks aside, at most `most` places: [start, end] by code points.
export function places(text, words, most) {
  const wanted = [...words.toLowerCase()].filter((c) => c.trim());
  if (!wanted.length) return [];
  const kept = [];
  const at = [];
  let offset = 0;
  for (const character of text) {
    if (character.trim()) {
      kept.push(character.toLowerCase());
      at.push(offset);
    }
    offset++;
  }
  const joined = kept.join("");
  const needle = wanted.join("");
  const found = [];
  const wide = joined.length !== kept.length; // then an index of the string is not that of the list
  for (let k = joined.indexOf(needle); k >= 0 && found.length < most; k = joined.indexOf(needle, k + needle.length)) {
    const first = wide ? Array.from(joined.slice(0, k)).length : k;
    found.push([at[first], at[first + wanted.length - 1] + 1]);
  }
  return found;
}

// Blocks of the text: its pages where it has some, cut where they are long, at the ends of lines.
export function blocks(points, pages) {
  const starts = pages.length ? pages.map((page) => page.start) : [0];
  const found = [];
  starts.forEach((start, k) => {
    const end = starts[k + 1] ?? points.length;
    let from = start;
    while (end - from > CHUNK) {
      const line = points.slice(from + CHUNK, Math.min(end, from + 2 * CHUNK)).indexOf("\n");
      const to = line < 0 ? Math.min(end, from + 2 * CHUNK) : from + CHUNK + line + 1;
      found.push({ start: from, end: to, page: from === start ? pages[k] : null });
      from = to;
    }
    if (from < end || !found.length) found.push({ start: from, end, page: from === start ? pages[k] : null });
  });
  return found;
}

// The nodes of a block. `ranges` are { start, end, kind, thing }: a piece of text that several cover is one node with all their kinds,
// and `pick` tells which things were picked with it.
export function pieces(points, { start, end }, ranges, pick) {
  const inside = ranges.filter((range) => range.start < end && range.end > start);
  const cuts = new Set([start, end]);
  for (const range of inside) {
    cuts.add(Math.max(start, range.start));
    cuts.add(Math.min(end, range.end));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, k) => {
    const to = sorted[k + 1];
    const covering = inside.filter((range) => range.start <= from && range.end >= to);
    const words = points.slice(from, to);
    if (!covering.length) return document.createTextNode(words);
    const things = [...new Set(covering.map((range) => range.thing))].filter(Boolean);
    const node = el("mark", { class: [...new Set(covering.map((range) => range.kind))].join(" ") }, words);
    node.dataset.start = from;
    if (things.length) node.addEventListener("click", () => pick(things, node));
    return node;
  });
}
