// The page: shows one world at a time, and follows what happens in it.

import { Clock } from "./clock.js";
import { attempt } from "./dialogs.js";
import { button, element, pause, write } from "./elements.js";
import { Glass } from "./glass.js";
import { Phone } from "./phone.js";
import { get, Lost, post, Refused } from "./server.js";
import { pickStory, showWorlds } from "./worlds.js";

const LONG = 25; // seconds that a question for events is held
const SOON = 400; // ms
const AGAIN = 2000;
const NAMES = ["Ann", "Ben", "Cleo", "Dev", "Eva", "Finn"];

const phonesPlace = document.getElementById("phones");
const clockPlace = document.getElementById("clock");
const glassPlace = document.getElementById("glass");
let shown = new AbortController(); // ends what follows the world that was shown before

function show(number) {
  shown.abort();
  shown = new AbortController();
  keepShowing(number, shown.signal);
}

// Follow a world until another is shown. A server that is gone for a moment is asked again.
async function keepShowing(number, signal) {
  while (!signal.aborted) {
    try {
      await showWorlds(number, show, signal);
      if (number === null) return nothing();
      return await follow(number, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Refused) return alone(element("p", { class: "empty", role: "alert" }, error.message), starter());
      if (!(error instanceof Lost)) throw error;
      alone(element("p", { class: "empty", role: "alert" }, `${error.message} This page asks again.`));
    }
    await pause(AGAIN);
  }
}

function alone(...elements) {
  clockPlace.replaceChildren();
  glassPlace.replaceChildren();
  phonesPlace.replaceChildren(...elements);
}

function nothing() {
  alone(element("p", { class: "empty" }, "No world is open."), starter());
}

function starter() {
  return button("Start one", () => pickStory(show), { class: "main" });
}

async function follow(number, signal) {
  const state = await made(number, signal);
  if (signal.aborted) return;
  if (state.state === "failed") return alone(element("pre", { class: "empty", role: "alert" }, state.why));
  await new View(number, signal).follow(state);
}

// Wait until the world's story was played, and say how far it is.
async function made(number, signal) {
  let state = await get(`worlds/${number}`, signal);
  const bar = element("progress", { "aria-label": "How far the story was played" });
  const said = element("p");
  if (state.state === "starting") alone(element("div", { class: "empty" }, element("p", { role: "status" }, `${state.title} is being made.`), said, bar));
  while (state.state === "starting") {
    write(said, state.done ? `The coach lives through it: ${state.done} of ${state.of} ${state.unit}.` : "The bot starts…");
    bar.max = Math.max(state.of, 1);
    if (state.done) bar.value = state.done;
    await pause(SOON);
    state = await get(`worlds/${number}`, signal);
  }
  return state;
}

// A world on the page: its clock, its phones, and what is behind the glass.
class View {
  constructor(number, signal) {
    this.number = number;
    this.signal = signal;
    this.phones = new Map();
    this.clock = new Clock(clockPlace, number);
    this.glass = new Glass(glassPlace, number);
    this.adder = button("+ New person", () => this.#addPerson(), { class: "quiet add" });
    phonesPlace.replaceChildren(this.adder);
  }

  async follow(state) {
    const ticking = setInterval(() => this.#tick(), 1000);
    try {
      await this.#know(state);
      await Promise.all([this.glass.follow(this.signal), this.#followEvents(state.event)]);
    } finally {
      clearInterval(ticking);
      this.clock.stop();
    }
  }

  async #followEvents(first) {
    let last = first;
    while (!this.signal.aborted) {
      const events = await get(`worlds/${this.number}/sandbox/events?after=${last}&wait=${LONG}`, this.signal);
      for (const phone of this.phones.values()) phone.take(events.filter((event) => event.chat_id === phone.person.id));
      last = events.at(-1)?.number ?? last;
      this.asking ??= setTimeout(() => this.#ask(), SOON);
      if (!events.length) await pause(SOON);
    }
  }

  async #ask() {
    this.asking = null;
    if (!this.signal.aborted) await attempt(async () => this.#know(await get(`worlds/${this.number}`)));
  }

  async #know(state) {
    if (this.signal.aborted) return;
    this.clock.know(state);
    this.glass.know(state);
    for (const person of state.people) {
      const phone = this.phones.get(person.id);
      if (phone) phone.know(person);
      else await this.#addPhone(person);
    }
    this.#tick();
  }

  async #addPhone(person) {
    const phone = new Phone(this.number, person);
    this.phones.set(person.id, phone);
    this.adder.before(phone.element);
    await phone.begin();
  }

  async #addPerson() {
    if (this.adding) return;
    this.adding = true;
    const taken = [...this.phones.values()].map(({ person }) => person.first_name);
    const name = NAMES.find((each) => !taken.includes(each)) ?? "Somebody";
    const language = navigator.language.split("-")[0];
    const added = await attempt(() => post(`worlds/${this.number}/sandbox/people`, { first_name: name, language_code: language }));
    await this.#ask();
    this.adding = false;
    const phone = added && this.phones.get(added.id);
    phone?.element.scrollIntoView({ inline: "end", block: "nearest" });
    phone?.start.focus({ preventScroll: true });
  }

  #tick() {
    if (this.clock.zone === undefined) return;
    this.clock.show();
    for (const phone of this.phones.values()) phone.tick(this.clock.now);
  }
}

document.getElementById("new-world").addEventListener("click", () => pickStory(show));
const worlds = await attempt(() => get("worlds"));
show(worlds?.at(-1)?.number ?? null);
