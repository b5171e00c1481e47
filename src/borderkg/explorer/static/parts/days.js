// Days of the calendar, as the server counts them: 1 January of the year 1 is day 1 (proleptic Gregorian).
const DAY = 86400000;
const FIRST = 719163; // the number of 1 January 1970

export const iso = (day) => new Date((day - FIRST) * DAY).toISOString().slice(0, 10);
export const day = (text) => Math.round(Date.parse(`${text}T00:00:00Z`) / DAY) + FIRST;

// The last day of a year, a month, or the day itself; null where the text is no date.
export function lastDay(text) {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text ?? "");
  if (!found) return null;
  const [year, month, date] = found.slice(1);
  const last = date ? text : month ? new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10) : `${year}-12-31`;
  return Number.isNaN(Date.parse(last)) ? null : last;
}

// The axis of a figure through its knots (day, x): where a day stands, and what day stands at a place.
export function axis(knots) {
  const between = (value, from, to) => {
    const clamped = Math.min(Math.max(value, knots[0][from]), knots.at(-1)[from]);
    const after = Math.max(1, knots.findIndex((knot) => knot[from] >= clamped));
    const [a, b] = [knots[after - 1], knots[after]];
    return a[to] + ((b[to] - a[to]) * (clamped - a[from])) / (b[from] - a[from] || 1);
  };
  return { first: knots[0][0], last: knots.at(-1)[0], x: (when) => between(when, 0, 1), when: (x) => Math.round(between(x, 1, 0)) };
}
