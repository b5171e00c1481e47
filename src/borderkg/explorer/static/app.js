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

let visits = 0;

async function route() {
  const here = new URL(location.href);
  const view = views[here.pathname] ?? home;
  const main = document.getElementById("main");
  const mine = ++visits;
  main.setAttribute("aria-busy", "true");
  document.getElementById("q").value = here.pathname === "/" ? (here.searchParams.get("q") ?? "") : "";
  try {
    const content = await view(here.searchParams);
    if (mine !== visits) return; // the reader has gone on to another page meanwhile
    show(main, content);
  } catch (error) {
    if (mine !== visits) return;
    show(main, el("h1", {}, t("nothing")), el("p", { class: "error", role: "alert" }, error.message));
  }
  main.removeAttribute("aria-busy");
  document.title = `${heading(main) || t("title")} · BorderKG`;
}

// The words of the heading, without the marks for a class or a count that stand in it.
function heading(main) {
  const parts = [...(main.querySelector("h1")?.childNodes ?? [])];
  return parts.filter((part) => !part.className).map((part) => part.textContent).join("").trim();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='/']");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey || link.hasAttribute("download") || !views[link.pathname]) return;
  event.preventDefault();
  go(link.getAttribute("href"));
  document.getElementById("main").focus({ preventScroll: true });
  window.scrollTo(0, 0);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.closest("input, textarea, select")) return;
  event.preventDefault();
  document.getElementById("q").focus();
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
