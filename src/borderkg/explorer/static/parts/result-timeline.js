// The rows of an answer on an axis of time: from the first to the last day of the dates of a row.
import { card } from "./card.js";
import { isEntity } from "./dom.js";
import { time } from "./scale.js";
import { cut, draw, room, wide } from "./svg.js";
import { days, shown } from "./values.js";

export const MOST = 300;
const ROW = 20;
const YEAR = 365.2425;

// Spans in the order of their beginning; the label is made of the columns that hold no date.
export function spans({ names, bindings, called, columns: { dates } }) {
  const others = names.filter((name) => !dates.includes(name));
  return bindings
    .map((row) => {
      const known = dates.map((name) => days(row[name])).filter(Boolean);
      return known.length && {
        first: Math.min(...known.map((span) => span.first)),
        last: Math.max(...known.map((span) => span.last)),
        label: [...new Set(others.map((name) => shown(row[name], called)))].filter(Boolean).join(" · "),
        when: dates.map((name) => row[name]?.value).filter(Boolean).join(" – "),
        iri: others.map((name) => row[name]?.value).find((value) => isEntity(value)),
      };
    })
    .filter(Boolean)
    .sort((a, b) => a.first - b.first || a.last - b.last);
}

export function timeline(all, title) {
  const rows = all.slice(0, MOST);
  const width = room();
  const left = Math.min(width * 0.45, Math.max(60, ...rows.map((row) => wide(row.label) + 12)));
  const year = (day) => 1970 + day / YEAR;
  const from = Math.floor(year(Math.min(...rows.map((row) => row.first))));
  const to = Math.ceil(year(Math.max(...rows.map((row) => row.last))));
  const scale = time([from, Math.max(to, from + 1)], [left, width - 20]);
  const height = rows.length * ROW + 34;
  return draw(
    "svg",
    { class: "spans", viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": title },
    scale.ticks(Math.max(2, Math.floor((width - left) / 70))).flatMap((mark) => [
      draw("line", { class: "rule", x1: scale.at(mark), x2: scale.at(mark), y1: 22, y2: height }),
      draw("text", { class: "tick", x: scale.at(mark), y: 14, "text-anchor": "middle" }, String(mark)),
    ]),
    rows.map((row, k) => bar(row, 26 + k * ROW, left, (day) => scale.at(year(day)))),
  );
}

function bar({ first, last, label, when, iri }, top, left, at) {
  const pick = iri ? { tabindex: 0, role: "button", onclick: () => card(iri), onkeydown: (event) => event.key === "Enter" && card(iri) } : {};
  return draw(
    "g",
    { class: iri ? "span thing" : "span", "aria-label": `${label} ${when}`, ...pick },
    draw("title", {}, `${label} ${when}`),
    draw("text", { x: left - 8, y: top + 13, "text-anchor": "end" }, cut(label, left - 10)),
    draw("rect", { x: at(first), y: top + 4, width: Math.max(4, at(last) - at(first)), height: ROW - 8, rx: 2 }),
  );
}
