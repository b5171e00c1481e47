// When a thing began and ended, on an axis of decades: solid where it surely was, pale where the texts leave the bounds open. A date of
// issue says when a document was issued, and nothing of how long it was in force: where no more is known, it is a point.
import { el } from "./dom.js";
import { wording } from "./words.js";

const t = wording({
  issued: ["发布", "Issued"],
  concluded: ["签订", "Concluded"],
  held: ["举行", "Held"],
  founded: ["设立", "Founded"],
  span: ["起讫", "From and to"],
  dated: ["日期", "Date"],
  until: ["至", "until"],
});
const DECADE = 10;
const BEGINNINGS = { Policy: "issued", Agreement: "concluded", Meeting: "held", Event: "held", Platform: "founded", Organization: "founded", Period: "span" };
const LASTING = ["Platform", "Organization", "Period"]; // whose date is that of a beginning: they are there until something ends them

// `node` is that of /api/lineage: begin and begin_latest, end_earliest and end, each a date or empty. Nothing without a beginning.
export function validity(node) {
  if (!node?.begin) return null;
  const first = Math.min(1980, Math.floor(year(node.begin) / DECADE) * DECADE);
  const last = Math.max(2030, Math.ceil((year(node.end || node.end_earliest || node.begin) + 1) / DECADE) * DECADE);
  const at = (date) => `${((year(date) - first) / (last - first)) * 100}%`;
  const bar = (from, to, kind) => {
    const part = el("span", { class: `bar ${kind}` });
    part.style.left = at(from);
    part.style.width = `calc(${at(to)} - ${at(from)})`;
    return part;
  };
  const sure = node.begin_latest || node.begin;
  const surely = node.end_earliest || node.end || `${last}`;
  const ticks = [];
  for (let decade = first; decade <= last; decade += DECADE) {
    const tick = el("span", { class: "tick" }, String(decade));
    tick.style.left = at(String(decade));
    ticks.push(tick);
  }
  const open = !node.end && !node.end_earliest;
  const point = open && !LASTING.includes(node.type);
  const began = `${t(BEGINNINGS[node.type] ?? "dated")} `;
  return el(
    "figure",
    { class: `validity ${node.planned ? "planned" : ""}` },
    el("figcaption", { class: "small" }, el("span", { class: "quiet" }, began), node.date || node.begin, open ? null : [el("span", { class: "quiet" }, ` ${t("until")} `), node.end || node.end_earliest]),
    el("div", { class: "axis", "aria-hidden": "true" }, bar(node.begin, sure, "unsure"), bar(sure, point || surely < sure ? sure : surely, open && !point ? "open" : "sure"), node.end && node.end > surely ? bar(surely, node.end, "unsure") : null, ticks),
  );
}

// A date as a number of years: 1992-07-01 is 1992.5.
function year(date) {
  const [years, months = "1", days = "1"] = date.split("-");
  return Number(years) + (Number(months) - 1) / 12 + (Number(days) - 1) / 365;
}
