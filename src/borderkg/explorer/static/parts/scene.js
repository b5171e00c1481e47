// A figure that the server has laid out (`format=drawing`), as elements: what is on the screen and what is printed are one drawing.
// Its colours are those of print; scene.css gives those of the page in their place.
import { draw } from "./svg.js";

export function scene(drawn) {
  const svg = draw("svg", { class: "scene", viewBox: `0 0 ${drawn.width} ${drawn.height}`, width: drawn.width, height: drawn.height, role: "group", "aria-label": drawn.title });
  svg.append(...drawn.parts.map(made));
  return svg;
}

// `[name, attributes, text or children]`
function made([name, attributes, inner]) {
  return draw(name, attributes, Array.isArray(inner) ? inner.map(made) : inner ? [inner] : []);
}
