// Behind the glass: the bot's calls as they come, and trouble to switch on.

import { button, element } from "./elements.js";
import { get, post, remove } from "./server.js";
import { tell } from "./dialogs.js";

const OFTEN = 1000;
const MOST = 200; // rows kept on the page
const ALWAYS = 1_000_000; // calls
const DOWN_FOR = 600; // seconds
const TROUBLE = [
  ["", "None", "Every call goes through."],
  ["slow", "Slow network", "Each call takes two seconds longer."],
  ["429", "Too many requests", "Telegram asks to come again in a second (429)."],
  ["500", "Server errors", "Telegram fails before it does anything (500)."],
  ["drop_after", "Lost answers", "Messages arrive, but the bot does not hear that they did."],
];

export class Glass {
  constructor(place, world) {
    this.base = `worlds/${world}`;
    this.seen = 0;
    this.rows = new Map();
    this.calls = 0;
    this.broken = 0;
    this.count = element("span", {}, "no calls yet");
    this.list = element("ol", { class: "calls", tabindex: "0", "aria-label": "The bot's calls, newest first" });
    this.bot = button("Kill the bot", () => this.#switchBot());
    this.botSays = element("p", { class: "hint", role: "status" });
    this.troubleSays = element("p", { class: "hint", role: "status" }, TROUBLE[0][2]);
    place.replaceChildren(
      element("h2", {}, "Behind the glass"),
      element("fieldset", {}, element("legend", {}, "Trouble on the line"), ...TROUBLE.map((each) => this.#choice(each)), this.troubleSays),
      element("fieldset", {}, element("legend", {}, "The bot itself"), this.bot, this.botSays),
      element("h3", {}, "Calls ", this.count), this.list);
  }

  know(state) {
    this.up = state.bot_is_up;
    this.bot.textContent = this.up ? "Kill the bot" : "Start it again, 10 minutes later";
    this.botSays.textContent = this.up
      ? "As a power cut would. What you write meanwhile waits at Telegram."
      : `It is down; ${state.waiting ?? 0} ${state.waiting === 1 ? "waits" : "wait"} for it at Telegram. Write something, then start it again: nothing is lost. (Telegram forgets a tapped button after two and a half minutes, so type “done”.)`;
  }

  async follow(signal) {
    while (!signal.aborted) {
      const calls = await get(`${this.base}/sandbox/calls?after=${this.seen}`, { signal });
      for (const call of calls) this.#show(call);
      const open = calls.find((call) => !call.over);
      if (calls.length) this.seen = (open ?? { number: calls.at(-1).number + 1 }).number - 1;
      await new Promise((done) => { setTimeout(done, OFTEN); });
    }
  }

  #show(call) {
    if (call.method === "getUpdates") return;
    const row = drawn(call);
    const before = this.rows.get(call.number);
    if (before) {
      if (before.open) row.open = true;
      before.parentElement.replaceChildren(row);
    } else {
      this.list.prepend(element("li", {}, row));
      this.calls += 1;
    }
    this.rows.set(call.number, row);
    if (call.over) this.broken += call.broken.length;
    this.count.textContent = `${this.calls}, ${this.broken ? `${this.broken} against Telegram's rules` : "none against Telegram's rules"}`;
    while (this.list.children.length > MOST) this.list.lastElementChild.remove();
    for (const number of this.rows.keys()) {
      if (this.rows.size <= MOST) break;
      this.rows.delete(number);
    }
  }

  #choice([kind, name, about]) {
    const radio = element("input", { type: "radio", name: "trouble", value: kind, checked: kind === "", onchange: () => this.#trouble(kind, about) });
    return element("label", { class: "radio" }, radio, ` ${name}`);
  }

  async #trouble(kind, about) {
    try {
      await remove(`${this.base}/sandbox/faults`);
      if (kind) await post(`${this.base}/sandbox/faults`, { kind, times: ALWAYS, seconds: 2 });
      this.troubleSays.textContent = about;
    } catch (error) {
      tell(error.message);
    }
  }

  async #switchBot() {
    this.bot.disabled = true;
    try {
      if (!this.up) await post(`${this.base}/sandbox/clock`, { by: DOWN_FOR });
      await post(`${this.base}/bot`, { up: !this.up });
      this.know(await get(this.base));
    } catch (error) {
      tell(error.message);
    }
    this.bot.disabled = false;
  }
}

function drawn(call) {
  const wrong = call.broken.length > 0;
  const result = !call.over ? "…" : call.error ?? call.fault ?? "ok";
  const head = element("summary", {},
    element("span", { class: "method" }, call.method),
    element("span", { class: "took" }, call.over ? `${Math.round(call.seconds * 1000)} ms` : ""),
    element("span", { class: "result" }, wrong ? `breaks a rule: ${result}` : result));
  const text = JSON.stringify(call.parameters, null, 1).replaceAll("\\n", "\n").replaceAll('\\"', '"');
  const at = new Date(call.at * 1000).toISOString().slice(11, 19);
  return element("details", { class: wrong ? "call wrong" : call.error || call.fault ? "call refused" : "call" }, head, element("pre", {}, `at ${at} UTC\n${text}`));
}
