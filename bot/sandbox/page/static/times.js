// Instants as somebody's phone shows them.

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function zoneOf(person) {
  return person?.zone ?? here;
}

function shown(seconds, zone, options) {
  return new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }).format(new Date(seconds * 1000));
}

export function clockTime(seconds, zone) {
  return shown(seconds, zone, { hour: "2-digit", minute: "2-digit" });
}

export function day(seconds, zone) {
  return shown(seconds, zone, { weekday: "short", day: "numeric", month: "short" });
}

export function dayAndTime(seconds, zone) {
  return `${day(seconds, zone)}, ${clockTime(seconds, zone)}`;
}

export function city(zone) {
  return zone.split("/").at(-1).replaceAll("_", " ");
}
