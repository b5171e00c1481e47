// The base map that the explorer shows where the operator names no other: the countries around, from Natural Earth (public domain), of
// world-atlas. Only what lies in the window is kept, to a hundredth of a degree. Each neighbour has the place of its name: the point
// within it and the window that is farthest from its border.
import { createRequire } from "node:module";
import { feature } from "topojson-client";

const require = createRequire(import.meta.url);
const atlas = require("world-atlas/countries-50m.json");
const { version } = require("world-atlas/package.json");

const WINDOW = [55, 8, 150, 62]; // degrees: west, south, east, north
const SHOWN = [70, 16, 138, 54]; // where names stand
const NAMES = {
  China: "中国", "North Korea": "朝鲜", Russia: "俄罗斯", Mongolia: "蒙古国", Kazakhstan: "哈萨克斯坦", Kyrgyzstan: "吉尔吉斯斯坦", Tajikistan: "塔吉克斯坦",
  Afghanistan: "阿富汗", Pakistan: "巴基斯坦", India: "印度", Nepal: "尼泊尔", Bhutan: "不丹", Myanmar: "缅甸", Laos: "老挝", Vietnam: "越南",
};

const within = ([x, y], [west, south, east, north]) => x >= west && x <= east && y >= south && y <= north;
const round = (n) => Math.round(n * 100) / 100;

function holds(ring, [x, y]) {
  let inside = false;
  for (let k = 0, j = ring.length - 1; k < ring.length; j = k++) {
    const [[ax, ay], [bx, by]] = [ring[k], ring[j]];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

function middle(polygons) {
  let best = null;
  for (let x = SHOWN[0]; x <= SHOWN[2]; x += 0.5)
    for (let y = SHOWN[1]; y <= SHOWN[3]; y += 0.5) {
      if (!polygons.some(([outer]) => holds(outer, [x, y]))) continue;
      const edge = Math.min(x - SHOWN[0], SHOWN[2] - x, y - SHOWN[1], SHOWN[3] - y) + 2;
      const border = Math.min(...polygons.flat(2).map(([a, b]) => Math.hypot(a - x, b - y)));
      const far = Math.min(edge, border);
      if (!best || far > best.far) best = { far, point: [x, y] };
    }
  return best?.point ?? null;
}

const features = feature(atlas, atlas.objects.countries).features.flatMap(({ properties, geometry }) => {
  const polygons = (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates)
    .filter(([outer]) => outer.some((point) => within(point, WINDOW)))
    .map((rings) => rings.map((ring) => ring.map(([x, y]) => [round(x), round(y)])));
  if (!polygons.length) return [];
  const zh = NAMES[properties.name];
  const about = zh ? { name: properties.name, name_zh: zh, label: middle(polygons) } : {};
  return [{ type: "Feature", properties: about, geometry: { type: "MultiPolygon", coordinates: polygons } }];
});

const source = {
  zh: "Natural Earth 1:5000万（公有领域），取自 world-atlas；界线画法仅为示意，不代表本项目立场",
  en: "Natural Earth 1:50m (public domain), from world-atlas; its lines are for orientation, and no statement of ours",
};
console.log(JSON.stringify({ type: "FeatureCollection", source: { zh: source.zh.replace("world-atlas", `world-atlas ${version}`), en: source.en.replace("world-atlas", `world-atlas ${version}`) }, features }));
