// How platforms of a type, or policies on a subject, spread: the server's panels by province and year, and who began when.
import { el, entityAddress, get, named } from "./dom.js";
import { figure } from "./figure.js";
import { said, t } from "./figures-words.js";
import { platformTypes } from "./observations.js";
import { scene } from "./scene.js";
import { room } from "./svg.js";
import { language, pick } from "./words.js";

export async function spread(set) {
  const types = await platformTypes();
  const form = el("form", { class: "figures-form", onsubmit: (event) => event.preventDefault() });
  const place = el("div", { class: "figures-both spread" });
  let given = null;

  async function update(parameters) {
    given = parameters;
    const of = parameters.get("of") || usual(types);
    if (!of) {
      place.replaceChildren(el("p", { class: "quiet" }, t("noFigures")));
      return;
    }
    const wide = matchMedia("(min-width: 75rem)").matches;
    const width = Math.max(420, Math.floor(wide ? (room(420, 1700) - 24) * 0.6 : room(420, 1000)));
    const address = (format, across) => `/api/diffusion?${new URLSearchParams([["of", of], ["format", format], ["language", language()], ["width", String(across)]])}`;
    const drawn = await get(address("drawing", width));
    const own = pick([drawn.label, drawn.label_en]);
    form.replaceChildren(
      el("div", { class: "row" }, el("label", {}, el("span", {}, t("of")), el("select", { name: "of", onchange: (event) => set({ of: event.target.value, province: "" }) }, drawn.known.map(([zh, en]) => el("option", { value: zh, selected: zh === drawn.label }, pick([zh, en])))))),
    );
    const svg = scene(drawn);
    const province = parameters.get("province") ?? "";
    for (const panel of svg.querySelectorAll(".panel")) {
      const name = panel.dataset.province ?? "";
      const choose = () => set({ province: name === province ? "" : name });
      panel.setAttribute("tabindex", "0");
      panel.setAttribute("role", "button");
      panel.setAttribute("aria-pressed", String(name === province));
      panel.addEventListener("click", choose);
      panel.addEventListener("keydown", (event) => (event.key === "Enter" || event.key === " ") && (event.preventDefault(), choose()));
      panel.classList.toggle("apart", Boolean(province) && name !== province);
    }
    const label = (one) => one.province_label || t("nationwide");
    const rows = drawn.adopters.filter((one) => !province || label(one) === province);
    const days = (one) => (one.least === null ? "" : one.least === one.most ? String(one.least) : `${one.least}–${one.most}`);
    const heads = [t("began"), t("province"), t("name"), t("days")];
    const made = figure({
      drawing: svg,
      caption: `${own}: ${drawn.caption}`,
      name: "diffusion",
      rows: [[...heads, "IRI"], ...rows.map((one) => [one.date, label(one), one.label, days(one), one.iri])],
      query: PLATFORMS(drawn.of),
      more: [el("a", { href: address("pdf", 643), download: "diffusion.pdf" }, t("pdf"))],
    });
    place.replaceChildren(
      made,
      el(
        "div",
        { class: "scroll figures-table", tabindex: "0", role: "region", "aria-label": said("rows", { n: rows.length }) },
        el(
          "table",
          {},
          el("caption", {}, `${rows.length} · `, el("span", { class: "quiet" }, t("panelHint"))),
          el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col" }, head)))),
          el("tbody", {}, rows.map((one) => el("tr", {}, el("td", {}, one.date || el("span", { class: "quiet" }, t("noTime"))), el("td", {}, named(label(one))), el("th", { scope: "row" }, el("a", { href: entityAddress(one.iri) }, named(one.label))), el("td", { class: "number" }, days(one))))),
        ),
      ),
    );
  }

  return { node: el("div", {}, form, place), update, resize: () => given && update(given) };
}

// To begin with, the type that came over the most years.
const usual = (types) => [...types].sort((a, b) => b.years - a.years || b.n - a.n)[0]?.label;

// The platforms of a type with their places and dates; of a subject there is no one query: its rules are the program's.
const PLATFORMS = (type) =>
  type.startsWith("http")
    ? `SELECT DISTINCT ?platform ?name ?date ?place WHERE {\n  ?platform bkg:platformType <${type}> ; skos:prefLabel ?name FILTER(LANG(?name) = "zh")\n  OPTIONAL { ?platform bkg:dateEstablished ?date }\n  OPTIONAL { ?platform bkg:locatedIn ?region . ?region skos:prefLabel ?place FILTER(LANG(?place) = "zh") }\n} ORDER BY ?date ?name`
    : undefined;
