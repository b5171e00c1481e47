// Figures: charts of what texts measure, and how platforms spread over provinces and years. All of it stands in the address.
import { change, parameters as current } from "../parts/address.js";
import { el } from "../parts/dom.js";
import { observed } from "../parts/figures-observed.js";
import { spread } from "../parts/figures-spread.js";
import { t } from "../parts/figures-words.js";

export function view(parameters) {
  const place = el("div", { class: "figures-place" }, el("p", { class: "quiet" }, t("loading")));
  const tabs = el("p", { class: "tabs" });
  const content = [el("h1", {}, t("heading")), el("p", { class: "quiet lead-line" }, t("lead")), tabs, place];
  let shown = null; // what is in the place: { update, resize, kind }
  let visits = 0;

  const set = (changes) => {
    change(changes, { keep: true });
    return update(current());
  };

  async function update(given) {
    const mine = ++visits;
    const kind = given.has("of") ? "spread" : "observed";
    const tab = (name, href, key) => el("a", { href, "aria-current": name === kind ? "page" : null }, t(key));
    tabs.replaceChildren(tab("observed", "/figures", "observed"), tab("spread", "/figures?of=", "spread"));
    try {
      if (shown?.kind !== kind) {
        shown = { kind, ...(await (kind === "spread" ? spread : observed)(set)) };
        if (mine !== visits) return;
        place.replaceChildren(shown.node);
      }
      await shown.update(given);
      place.querySelector(":scope > .error")?.remove();
    } catch (error) {
      place.querySelector(":scope > .error")?.remove();
      place.prepend(el("p", { class: "error", role: "alert" }, error.message));
    }
  }

  let resizing = 0;
  const onresize = () => {
    clearTimeout(resizing);
    resizing = setTimeout(() => shown?.resize(), 200);
  };
  addEventListener("resize", onresize);
  setTimeout(() => update(parameters)); // when it stands on the page, and its room is known
  return {
    content,
    update,
    leave() {
      removeEventListener("resize", onresize);
      clearTimeout(resizing);
    },
  };
}
