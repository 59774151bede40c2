// The clock of a world: what it shows, and moving it.

import { button, element } from "./elements.js";
import { get, post } from "./server.js";
import { city, dayAndTime, zoneOf } from "./times.js";
import { tell } from "./dialogs.js";

const HOUR = 3600;
const WEEK = 7 * 24 * HOUR;
const GLANCE = 900; // ms between two stops of a week that plays: enough to see what came
const JUST_PAST = 1; // second

export class Clock {
  constructor(place, world) {
    this.base = `worlds/${world}`;
    this.playing = false;
    this.time = element("p", { class: "now" });
    this.shared = element("p", { class: "hint" });
    this.next = button("Next reminder", () => this.#move(() => this.#toNext()));
    this.week = button("Play a week", () => this.#toggleWeek(), { "aria-pressed": "false" });
    place.replaceChildren(
      element("div", { class: "times" }, this.time, this.shared),
      element("div", { class: "moves" },
        button("+1 h", () => this.#move(() => this.#by(HOUR))),
        button("Tomorrow 07:00", () => this.#move(() => post(`${this.base}/tomorrow`, { zone: this.zone, at: "07:00" }))),
        this.next, this.week));
  }

  // What the world said of itself: its time runs on from there.
  know(state) {
    this.state = state;
    this.offset = state.now - Date.now() / 1000;
    this.zone = zoneOf(state.people[0]);
    this.next.disabled = state.next_due === null;
    this.next.title = state.next_due === null ? "The coach has nothing planned" : dayAndTime(state.next_due, this.zone);
    const many = state.people.length > 1;
    this.shared.textContent = many ? "Everybody in this world shares this clock." : "Time runs as usual; move it on to see what comes.";
    this.show();
  }

  get now() {
    return Date.now() / 1000 + this.offset;
  }

  show() {
    this.time.textContent = `${dayAndTime(this.now, this.zone)} in ${city(this.zone)}`;
  }

  stop() {
    this.playing = false;
  }

  async #by(seconds) {
    await post(`${this.base}/sandbox/clock`, { by: seconds });
  }

  async #toNext() {
    const { now, next_due } = await get(`${this.base}/sandbox/clock`);
    if (next_due === null) throw new Error("The coach has nothing planned.");
    await post(`${this.base}/sandbox/clock`, { to: Math.max(next_due + JUST_PAST, now) });
  }

  async #move(moving) {
    try {
      await moving();
      await get(`${this.base}/sandbox/quiet?wait=10`);
    } catch (error) {
      tell(error.message);
    }
  }

  async #toggleWeek() {
    if (this.playing) return this.stop();
    this.playing = true;
    this.week.textContent = "Stop";
    this.week.setAttribute("aria-pressed", "true");
    await this.#move(() => this.#playUntil(this.now + WEEK));
    this.playing = false;
    this.week.textContent = "Play a week";
    this.week.setAttribute("aria-pressed", "false");
  }

  async #playUntil(end) {
    while (this.playing) {
      const { next_due } = await get(`${this.base}/sandbox/clock`);
      const to = next_due === null ? end : Math.min(next_due + JUST_PAST, end);
      await post(`${this.base}/sandbox/clock`, { to: Math.max(to, this.now) });
      await get(`${this.base}/sandbox/quiet?wait=10`);
      if (to >= end) return;
      await new Promise((done) => { setTimeout(done, GLANCE); });
    }
  }
}
