// Behind the glass: the bot's calls as they come, and trouble to switch on.

import { attempt } from "./dialogs.js";
import { button, element, pause, write } from "./elements.js";
import { get, post, put } from "./server.js";

const OFTEN = 1000;
const MOST = 200; // rows kept on the page
const ALWAYS = 1_000_000; // calls
const DOWN_FOR = 600; // seconds
const TROUBLE = new Map([
  ["", ["None", "Every call goes through."]],
  ["slow", ["Slow network", "Each call takes two seconds longer."]],
  ["429", ["Too many requests", "Telegram asks to come again in a second (429)."]],
  ["500", ["Server errors", "Telegram fails before it does anything (500)."]],
  ["drop_after", ["Lost answers", "Messages arrive, but the bot does not hear that they did."]],
]);

export class Glass {
  constructor(place, world) {
    this.base = `worlds/${world}`;
    this.read = 0; // calls up to this number are over and shown
    this.rows = new Map(); // number -> row, and whether it is over
    this.calls = 0;
    this.broken = 0;
    this.changing = Promise.resolve();
    this.count = element("span", {}, "none yet");
    this.list = element("ol", { class: "calls", tabindex: "0", "aria-label": "The bot's calls, newest first" });
    this.bot = button("Kill the bot", () => this.#switchBot());
    this.botSays = element("p", { class: "hint", role: "status" });
    this.troubleSays = element("p", { class: "hint", role: "status" });
    this.choices = new Map([...TROUBLE.keys()].map((kind) => [kind, this.#choice(kind)]));
    const labels = [...this.choices].map(([kind, choice]) => element("label", { class: "radio" }, choice, ` ${TROUBLE.get(kind)[0]}`));
    place.replaceChildren(
      element("h2", {}, "Behind the glass"),
      element("fieldset", {}, element("legend", {}, "Trouble on the line"), ...labels, this.troubleSays),
      element("fieldset", {}, element("legend", {}, "The bot itself"), this.bot, this.botSays),
      element("h3", {}, "Calls ", this.count), this.list);
  }

  know(state) {
    this.up = state.bot_is_up;
    write(this.bot, this.up ? "Kill the bot" : "Start it again, 10 minutes later");
    const waiting = `${state.waiting} ${state.waiting === 1 ? "waits" : "wait"} for it at Telegram`;
    write(this.botSays, this.up
      ? "As a power cut would. What you write meanwhile waits at Telegram."
      : `It is down; ${waiting}. Write something, then start it again: nothing is lost. (Telegram keeps messages for a day, but a tapped button for two and a half minutes only: type “done”.)`);
    if (!this.knowsTrouble) this.#knowTrouble(state.trouble[0] ?? "");
  }

  // What was switched on before this page came; from then on it is this page that switches.
  #knowTrouble(kind) {
    this.knowsTrouble = true;
    if (this.choices.has(kind)) this.choices.get(kind).checked = true;
    write(this.troubleSays, TROUBLE.get(kind)?.[1] ?? kind);
  }

  async follow(signal) {
    while (!signal.aborted) {
      for (const call of await get(`${this.base}/sandbox/calls?after=${this.read}`, signal)) this.#show(call);
      while (this.rows.get(this.read + 1)?.over) this.#forget(this.read += 1);
      await pause(OFTEN);
    }
  }

  #show(call) {
    const known = this.rows.get(call.number);
    if (known?.over || (known && !call.over)) return;
    const hidden = call.method === "getUpdates";
    const row = hidden ? null : callRow(call);
    this.rows.set(call.number, { row, over: call.over });
    if (hidden) return;
    if (known) known.row.replaceWith(row);
    else this.#add(row);
    if (call.over) this.broken += call.broken.length;
    write(this.count, `${this.calls}, ${this.broken || "none"} against Telegram's rules`);
  }

  #add(row) {
    this.calls += 1;
    this.list.prepend(row);
    while (this.list.children.length > MOST) this.list.lastElementChild.remove();
  }

  // Rows that are over are looked at no more.
  #forget(number) {
    this.rows.delete(number - MOST);
  }

  #choice(kind) {
    return element("input", { type: "radio", name: "trouble", value: kind, checked: kind === "", onchange: () => this.#trouble(kind) });
  }

  // One after the other: who goes through the choices with arrow keys ends with the last.
  #trouble(kind) {
    this.knowsTrouble = true;
    write(this.troubleSays, TROUBLE.get(kind)[1]);
    const faults = kind ? [{ kind, times: ALWAYS, seconds: 2 }] : [];
    this.changing = this.changing.then(() => attempt(() => put(`${this.base}/sandbox/faults`, faults)));
  }

  async #switchBot() {
    if (this.bot.getAttribute("aria-disabled") === "true") return;
    this.bot.setAttribute("aria-disabled", "true");
    await attempt(async () => {
      if (!this.up) await post(`${this.base}/sandbox/clock`, { by: DOWN_FOR });
      await post(`${this.base}/bot`, { on: !this.up });
    });
    await attempt(async () => this.know(await get(this.base)));
    this.bot.setAttribute("aria-disabled", "false");
  }
}

function callRow(call) {
  const wrong = call.broken.length > 0;
  const result = !call.over ? "…" : call.error ?? call.fault ?? "ok";
  const head = element("summary", {},
    element("span", { class: "method" }, call.method),
    element("span", { class: "took" }, call.over ? `${Math.round(call.seconds * 1000)} ms` : ""),
    element("span", { class: "result" }, wrong ? `breaks a rule: ${result}` : result));
  const text = JSON.stringify(call.parameters, null, 1).replaceAll("\\n", "\n").replaceAll('\\"', '"');
  const at = new Date(call.at * 1000).toISOString().slice(11, 19);
  const kind = wrong ? "call wrong" : call.error || call.fault ? "call refused" : "call";
  return element("li", {}, element("details", { class: kind }, head, element("pre", {}, `at ${at} UTC\n${text}`)));
}
