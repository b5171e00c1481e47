// A page of a PDF as it is printed, with the place of a passage marked on it.
import { open } from "./drawer.js";
import { el, get } from "./dom.js";
import { wording } from "./words.js";

const t = wording({
  printed: ["页面图像", "Page as printed"],
  pageOf: ["第 # 页", "Page #"],
  gone: ["页面图像打不开：文件已移动或改变。", "There is no picture of this page: its file has gone or has changed."],
});
const WIDTH = 1000; // pixels of the picture

// A button for a page { number, start, end, width, height }; `marked` gives the range of the text that is looked at, if any.
export function printed(iri, page, marked) {
  const name = t("pageOf").replace("#", page.number);
  return el("button", { type: "button", class: "quiet-button", "aria-label": `${t("printed")}: ${name}`, onclick: () => show(iri, page, name, marked()) }, t("printed"));
}

async function show(iri, page, name, range) {
  const place = el("div", { class: "printed" });
  const picture = el("img", { src: `/api/source/page?${new URLSearchParams({ iri, number: page.number, width: WIDTH })}`, alt: name });
  picture.addEventListener("error", () => place.replaceChildren(el("p", { class: "error", role: "alert" }, t("gone"))));
  place.append(picture);
  open(name, place).classList.add("wide");
  if (!range) return;
  const { boxes } = await get(`/api/source/boxes?${new URLSearchParams({ iri, start: range[0], end: range[1] })}`);
  for (const box of boxes.filter((one) => one.page === page.number)) {
    const mark = el("span", { class: "box" });
    for (const [side, of] of [["left", page.width], ["top", page.height], ["width", page.width], ["height", page.height]]) mark.style[side] = `${(100 * box[side]) / of}%`;
    place.append(mark);
  }
}
