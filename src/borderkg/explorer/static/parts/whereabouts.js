// Where a thing lies: a small map of it, of what faces it across the border, and of what is near. It comes when it is read, and not at
// all for what has no coordinates.
import { go } from "./address.js";
import { el, entityAddress, get } from "./dom.js";
import { credit, map, project } from "./map.js";
import { facing, places } from "./places.js";
import { wording } from "./words.js";

const t = wording({ where: ["位置", "Where it lies"], larger: ["在大地图上", "On the large map"] });

const NEAR = 250; // kilometres
const SCALE = 0.32; // pixels a kilometre
const KINDS = new Set(["Port", "Platform", "Region"]);

export function whereabouts(iri, type) {
  if (!KINDS.has(type)) return null;
  const node = el("section", { class: "whereabouts", hidden: true }, el("h2", {}, t("where")));
  Promise.all([places(), facing(), get("/basemap")]).then(([all, pairs, base]) => {
    const own = all.find((place) => place.iri === iri);
    if (!own) return;
    const here = project([own.longitude, own.latitude]);
    const across = new Set(pairs.filter((pair) => pair.includes(iri)).flat());
    const near = ({ longitude, latitude }) => Math.hypot(...project([longitude, latitude]).map((value, k) => value - here[k])) < NEAR;
    const shown = all.filter((place) => place.iri === iri || across.has(place.iri) || (["port", "town"].includes(place.kind) && near(place)));
    const faint = shown.map((place) => ({ ...place, faint: place.iri !== iri && !across.has(place.iri) }));
    const known = new Map(faint.map((place) => [place.iri, place]));
    const lines = pairs.filter((pair) => pair.includes(iri)).map((pair) => pair.map((one) => known.get(one))).filter(([one, other]) => one && other);
    const at = `${own.longitude},${own.latitude},${SCALE}`;
    node.append(
      map({ places: faint, lines, base, width: 280, height: 220, view: at, onpick: (place) => go(entityAddress(place.iri)), title: own.name, small: true }),
      el("p", { class: "small" }, el("a", { href: `/map?at=${encodeURIComponent(at)}` }, t("larger")), el("br"), el("span", { class: "quiet" }, credit(base.source))),
    );
    node.hidden = false;
  }).catch(() => node.remove());
  return node;
}
