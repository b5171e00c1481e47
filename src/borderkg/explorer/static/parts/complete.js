// A field that completes names from the search of the server; what is chosen is a name, which the server resolves.
import { el, get } from "./dom.js";

let lists = 0;

export function nameField({ value, label, hint, name = "name" }) {
  const options = el("datalist", { id: `names-${++lists}` });
  const input = el("input", { name, value, type: "search", list: options.id, autocomplete: "off", placeholder: hint, "aria-label": label });
  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const wanted = input.value.trim();
      if (!wanted) return;
      const found = await get(`/api/search?limit=12&q=${encodeURIComponent(wanted)}`).catch(() => ({ results: [] }));
      if (input.value.trim() === wanted) options.replaceChildren(...found.results.map((result) => el("option", { value: result.label }, result.matched === result.label ? "" : result.matched)));
    }, 120);
  });
  return { node: el("span", { class: "name-field" }, input, options), input };
}
