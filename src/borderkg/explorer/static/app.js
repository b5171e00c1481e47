// Where the address leads: the home page with its search, an entity, the query form. The address holds the whole state.
import { setLanguage, language, t } from "./words.js";
import { home } from "./home.js";
import { entity } from "./entity.js";
import { query } from "./query.js";
import { el, show } from "./dom.js";

const views = { "/": home, "/entity": entity, "/query": query };

export function go(address) {
  history.pushState(null, "", address);
  route();
}

async function route() {
  const here = new URL(location.href);
  const view = views[here.pathname] ?? home;
  const main = document.getElementById("main");
  document.getElementById("q").value = here.pathname === "/" ? (here.searchParams.get("q") ?? "") : "";
  try {
    show(main, await view(here.searchParams));
  } catch (error) {
    show(main, el("p", { class: "error", role: "alert" }, error.message));
  }
  document.title = `${main.querySelector("h1")?.textContent ?? t("title")} · BorderKG`;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='/']");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey || link.hasAttribute("download")) return;
  event.preventDefault();
  go(link.getAttribute("href"));
  document.getElementById("main").focus({ preventScroll: true });
  window.scrollTo(0, 0);
});

document.getElementById("search").addEventListener("submit", (event) => {
  event.preventDefault();
  go(`/?q=${encodeURIComponent(document.getElementById("q").value.trim())}`);
});

document.getElementById("language").addEventListener("click", () => {
  setLanguage(language() === "zh" ? "en" : "zh");
  route();
});

window.addEventListener("popstate", route);
setLanguage(language());
route();
