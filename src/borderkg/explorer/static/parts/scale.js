// Scales of charts: from values to places, and the values to be marked. Steps are 1, 2 or 5 times a power of ten.

// A number line from `low` to `high` between two places. `ticks(count)` gives about so many round values within.
export function linear([low, high], [from, to]) {
  const span = high - low || 1;
  const at = (value) => from + ((value - low) / span) * (to - from);
  return { at, ticks: (count) => round(low, high, count), step: null };
}

// Time in years: 1992.19 is in March 1992. Marks stand at whole years.
export function time(domain, places) {
  const line = linear(domain, places);
  return { ...line, ticks: (count) => [...new Set(line.ticks(count).map(Math.ceil))].filter((year) => year <= domain[1]) };
}

// Names, each in the middle of a share of the room.
export function bands(names, [from, to]) {
  const step = (to - from) / Math.max(1, names.length);
  const order = new Map(names.map((name, k) => [name, k]));
  return { at: (name) => from + step * (order.get(name) + 0.5), ticks: () => names, step };
}

function round(low, high, count) {
  const rough = (high - low || 1) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough * 0.999);
  const found = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + step * 1e-9; k++) found.push(Number((k * step).toPrecision(12)));
  return found;
}

// The bounds of an axis of values: round, with nought where the values are not far from it or bars grow from it.
export function bounds(values, count, nought) {
  let low = Math.min(...values);
  let high = Math.max(...values);
  if (nought || (low > 0 && low < high / 2)) low = Math.min(0, low);
  if (nought || (high < 0 && high > low / 2)) high = Math.max(0, high);
  if (low === high) [low, high] = low === 0 ? [0, 1] : [Math.min(0, low), Math.max(0, high)];
  const marks = round(low, high, count);
  const step = marks.length > 1 ? marks[1] - marks[0] : high - low;
  return [Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step];
}

// A date as a number of years, from `1992`, `1992-03` or `1992-03-09`; null for anything else.
export function year(text) {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$/.exec(String(text));
  if (!found) return null;
  const [whole, month, day] = found.slice(1).map(Number);
  return whole + (month ? (month - 1) / 12 : 0) + (day ? (day - 1) / 366 : 0);
}
