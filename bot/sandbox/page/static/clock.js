// The clock of a world: what it shows, and moving it.

import { attempt, tell } from "./dialogs.js";
import { button, element, pause, write } from "./elements.js";
import { get, post } from "./server.js";
import { city, dayAndTime, zoneOf } from "./times.js";

const HOUR = 3600;
const WEEK = 7 * 24 * HOUR;
const GLANCE = 900; // ms between two stops of a week that plays: enough to see what came
const JUST_PAST = 1; // second

export class Clock {
  constructor(place, world) {
    this.base = `worlds/${world}`;
    this.run = null; // the week that plays now
    this.time = element("p", { class: "now" });
    this.shared = element("p", { class: "hint" });
    this.next = button("Next reminder", () => attempt(() => this.#toNext()));
    this.week = button("Play a week", () => this.#toggleWeek(), { "aria-pressed": "false" });
    place.replaceChildren(
      element("div", { class: "times" }, this.time, this.shared),
      element("div", { class: "moves" },
        button("+1 h", () => attempt(() => this.#move({ by: HOUR }))),
        button("Tomorrow 07:00", () => attempt(() => post(`${this.base}/tomorrow`, { zone: this.zone, at: "07:00" }))),
        this.next, this.week));
  }

  // What the world said of itself: its time runs on from there.
  know(state) {
    this.offset = state.now - Date.now() / 1000;
    this.zone = zoneOf(state.people[0]);
    this.next.setAttribute("aria-disabled", String(state.next_due === null));
    this.next.title = state.next_due === null ? "The coach has nothing planned" : dayAndTime(state.next_due, this.zone);
    const many = state.people.length > 1;
    write(this.shared, many ? "Everybody in this world shares this clock." : "Time runs as usual; move it on to see what comes.");
    this.show();
  }

  get now() {
    return Date.now() / 1000 + this.offset;
  }

  show() {
    write(this.time, `${dayAndTime(this.now, this.zone)} in ${city(this.zone)}`);
  }

  stop() {
    this.run = null;
    this.week.textContent = "Play a week";
    this.week.setAttribute("aria-pressed", "false");
  }

  async #move(where) {
    await post(`${this.base}/sandbox/clock`, where);
  }

  async #toNext() {
    const { now, next_due } = await get(this.base);
    if (next_due === null) return tell("The coach has nothing planned.");
    await this.#move({ to: Math.max(next_due + JUST_PAST, now) });
  }

  async #toggleWeek() {
    if (this.run) return this.stop();
    const run = this.run = {};
    this.week.textContent = "Stop";
    this.week.setAttribute("aria-pressed", "true");
    await attempt(() => this.#play(run));
    if (this.run === run) this.stop();
  }

  async #play(run) {
    const end = (await get(this.base)).now + WEEK;
    while (this.run === run) {
      const { now, next_due } = await get(this.base);
      if (now >= end) return;
      const to = next_due === null ? end : Math.min(next_due + JUST_PAST, end);
      await this.#move({ to: Math.max(to, now) });
      const { quiet } = await get(`${this.base}/sandbox/quiet?wait=10`);
      if (!quiet && this.run === run) return tell("The bot does not come to rest: the week stops here.");
      await pause(GLANCE);
    }
  }
}
