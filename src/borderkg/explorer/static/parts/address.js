// The address holds the whole state of a view. Views read it from the parameters that they are given, and write it here.

let route = () => {};

// The router's part: what to do when the address has changed.
export function onChange(handler) {
  route = handler;
}

// To another page, or another state of this one that Back should return from.
export function go(address) {
  history.pushState(null, "", address);
  return route();
}

// The state of this view: `changes` are parameters and their values; empty ones go. What moves with the mouse (a line that is
// dragged) replaces the entry in the history; what a reader would want back (`keep`) makes one.
export function change(changes, { keep = false } = {}) {
  const here = new URL(location.href);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === undefined || value === "" || value === false) here.searchParams.delete(name);
    else here.searchParams.set(name, value);
  }
  const address = `${here.pathname}${here.search}`;
  if (address === `${location.pathname}${location.search}`) return;
  if (keep) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

export const parameters = () => new URL(location.href).searchParams;
