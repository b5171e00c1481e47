// Where the address leads. A view is a module with one function `view(parameters)` that gives its content: nodes, or
// { content, update(parameters), leave() } where it can follow a change of its own parameters (Back, Forward) without being
// made anew, or has something to end when the reader goes on.
import { go, onChange } from "./parts/address.js";
import { close } from "./parts/drawer.js";
import { el, show } from "./parts/dom.js";
import { frame, mark } from "./parts/frame.js";
import { t } from "./parts/words.js";

const views = {
  "/": () => import("./views/home.js"),
  "/entity": () => import("./views/entity.js"),
  "/query": () => import("./views/query.js"),
  "/map": () => import("./views/map.js"),
  "/checks": () => import("./views/checks.js"),
  "/source": () => import("./views/source.js"),
  "/lineage": () => import("./views/lineage.js"),
  "/figures": () => import("./views/figures.js"),
};

const main = document.getElementById("main");
const field = document.getElementById("q");
let visits = 0;
let current = { path: null };

async function route() {
  const here = new URL(location.href);
  const mine = ++visits;
  field.value = here.pathname === "/" ? (here.searchParams.get("q") ?? "") : "";
  if (current.path === here.pathname && current.update && (await current.update(here.searchParams)) !== false) return;
  close();
  main.setAttribute("aria-busy", "true");
  main.dataset.view = here.pathname.slice(1) || "home"; // its width is that of the view which is being made
  let made;
  try {
    const { view } = await (views[here.pathname] ?? views["/"])();
    made = await view(here.searchParams);
  } catch (error) {
    made = [el("h1", {}, t("nothing")), el("p", { class: "error", role: "alert" }, error.message)];
  }
  if (mine !== visits) return; // the reader has gone on to another page meanwhile
  current.leave?.();
  current = made.content ? { path: here.pathname, ...made } : { path: here.pathname };
  show(main, made.content ?? made);
  main.removeAttribute("aria-busy");
  document.title = `${heading() || t("title")} · BorderKG`;
  mark(here.pathname);
}

// The words of the heading, without the marks for a class or a count that stand in it.
function heading() {
  const parts = [...(main.querySelector("h1")?.childNodes ?? [])];
  return parts.filter((part) => !part.className).map((part) => part.textContent).join("").trim();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='/']");
  if (!link || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || link.hasAttribute("download") || !views[link.pathname]) return;
  event.preventDefault();
  go(link.getAttribute("href"));
  main.focus({ preventScroll: true });
  window.scrollTo(0, 0);
});

frame({
  go,
  turned: () => {
    current = { path: null }; // every word of the view is of the other language now
    route();
  },
});

window.addEventListener("popstate", route);
onChange(route);
route();
