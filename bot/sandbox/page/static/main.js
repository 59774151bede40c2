// The page: shows one world at a time, and follows what happens in it.

import { button, element } from "./elements.js";
import { Clock } from "./clock.js";
import { tell } from "./dialogs.js";
import { Glass } from "./glass.js";
import { Phone } from "./phone.js";
import { get, post, Refused } from "./server.js";
import { pickStory, showWorlds } from "./worlds.js";

const LONG = 25; // seconds that a question for events is held
const SOON = 400; // ms
const NAMES = ["Ann", "Ben", "Cleo", "Dev", "Eva", "Finn"];

const phonesPlace = document.getElementById("phones");
const clockPlace = document.getElementById("clock");
const glassPlace = document.getElementById("glass");
let shown = null; // what ends with the world that is shown

function show(number) {
  shown?.abort();
  shown = new AbortController();
  const { signal } = shown;
  showWorlds(number, show);
  if (number === null) return nothing();
  follow(number, signal).catch((error) => {
    if (signal.aborted) return;
    phonesPlace.replaceChildren(problem(error));
  });
}

function nothing() {
  clockPlace.replaceChildren();
  glassPlace.replaceChildren();
  phonesPlace.replaceChildren(element("p", { class: "empty" }, "No world is open. "), button("Start one", () => pickStory(show), { class: "main" }));
}

function problem(error) {
  const lost = error instanceof Refused ? error.message : "The demo does not answer any more. Was it ended?";
  return element("p", { class: "empty", role: "alert" }, lost);
}

async function follow(number, signal) {
  clockPlace.replaceChildren();
  glassPlace.replaceChildren();
  const state = await made(number, signal);
  if (state.state === "failed") {
    phonesPlace.replaceChildren(element("pre", { class: "empty", role: "alert" }, state.why));
    return;
  }
  await new World(number, signal).follow(state);
}

// Wait until the world's story was played, and say how far it is.
async function made(number, signal) {
  let state = await get(`worlds/${number}`, { signal });
  const bar = element("progress", { "aria-label": "How far the story was played" });
  const said = element("p", { role: "status" });
  if (state.state === "starting") phonesPlace.replaceChildren(element("div", { class: "empty" }, said, bar));
  while (state.state === "starting") {
    said.textContent = state.done ? `${state.title}: the coach lives through it, ${state.done} of ${state.of} steps.` : `${state.title}: the bot starts…`;
    bar.max = Math.max(state.of, 1);
    if (state.done) bar.value = state.done;
    await pause(SOON);
    state = await get(`worlds/${number}`, { signal });
  }
  return state;
}

class World {
  constructor(number, signal) {
    this.number = number;
    this.signal = signal;
    this.phones = new Map();
    this.clock = new Clock(clockPlace, number);
    this.glass = new Glass(glassPlace, number);
    this.adder = button("+ New person", () => this.#addPerson(), { class: "quiet add" });
  }

  async follow(state) {
    phonesPlace.replaceChildren(this.adder);
    await this.#know(state);
    [...this.phones.values()][0]?.toEnd();
    const ticking = setInterval(() => this.#tick(), 1000);
    this.signal.addEventListener("abort", () => {
      clearInterval(ticking);
      this.clock.stop();
    });
    await Promise.all([this.glass.follow(this.signal), this.#followEvents(state.event)]);
  }

  async #followEvents(first) {
    let last = first;
    while (!this.signal.aborted) {
      const events = await get(`worlds/${this.number}/sandbox/events?after=${last}&wait=${LONG}`, { signal: this.signal });
      for (const phone of this.phones.values()) phone.take(events.filter((event) => event.chat_id === phone.person.id));
      last = events.at(-1)?.number ?? last;
      if (!this.asking) this.asking = setTimeout(() => this.#ask(), SOON);
    }
  }

  async #ask() {
    this.asking = null;
    if (this.signal.aborted) return;
    try {
      await this.#know(await get(`worlds/${this.number}`, { signal: this.signal }));
    } catch (error) {
      if (!this.signal.aborted) tell(error.message);
    }
  }

  async #know(state) {
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
    const name = NAMES.find((each) => ![...this.phones.values()].some(({ person }) => person.first_name === each)) ?? "Somebody";
    const language = navigator.language.split("-")[0];
    await post(`worlds/${this.number}/sandbox/people`, { first_name: name, language_code: language });
    await this.#ask();
    const phone = [...this.phones.values()].at(-1);
    phone.element.scrollIntoView({ inline: "end", block: "nearest" });
    phone.start.focus();
  }

  #tick() {
    this.clock.show();
    for (const phone of this.phones.values()) phone.tick(this.clock.now);
  }
}

function pause(milliseconds) {
  return new Promise((done) => { setTimeout(done, milliseconds); });
}

document.getElementById("new-world").addEventListener("click", () => pickStory(show));
const worlds = await get("worlds");
show(worlds.at(-1)?.number ?? null);
