// One person's phone: their chat with the coach, and everything one can do in it.

import { pickCity } from "./cities.js";
import { attempt, showDialog } from "./dialogs.js";
import { button, element, write } from "./elements.js";
import { drawn, textOf } from "./message.js";
import { get, post } from "./server.js";
import { city, clockTime, day, zoneOf } from "./times.js";

const NEAR = 60; // pixels from the end that still count as looking at the newest message
const TOAST = 4000;
const TYPING = 5000;
const SPOKEN = 3000;
const PATIENCE = 15000;
const LONGEST = 4096; // Telegram's apps cut what is longer into several messages

export class Phone {
  constructor(world, person) {
    this.base = `worlds/${world}/sandbox`;
    this.person = person;
    this.messages = new Map();
    this.waiting = new Map(); // callback id -> the button that waits for its answer
    this.early = []; // what happens before the chat was read
    this.unread = 0;
    this.say = (text) => this.act("say", { text });
    this.element = this.#build();
  }

  get zone() {
    return zoneOf(this.person);
  }

  async begin() {
    this.#take(await get(`${this.base}/chats/${this.person.id}/messages`));
    this.toEnd();
    const early = this.early;
    this.early = null;
    this.take(early);
  }

  // What happened: events of this person's chat, in order.
  take(events) {
    if (this.early) return this.early.push(...events);
    const held = this.element.contains(document.activeElement) ? document.activeElement : null;
    this.#take(events.filter((event) => event.message));
    for (const event of events) {
      if (event.answer) this.#answered(event.answer);
      if (event.kind === "action") this.#typing();
    }
    const lost = held && (!held.isConnected || held.hidden);
    if (lost || (this.waitsForButtons && held === this.scroller)) this.#refocus();
  }

  know(person) {
    const moved = person.zone !== this.person.zone;
    this.person = person;
    if (moved) this.#redraw();
  }

  // The phone shows its own local time, as phones do.
  tick(now) {
    write(this.localTime, `${clockTime(now, this.zone)} · ${day(now, this.zone)} · ${city(this.zone)}`);
  }

  // Do what somebody can do in Telegram; gives null, and tells so, where they cannot.
  act(name, details) {
    return attempt(() => post(`${this.base}/people/${this.person.id}/${name}`, details));
  }

  async tap(message, data, pressed) {
    pressed.setAttribute("aria-busy", "true");
    const done = await this.act("tap", { message_id: message, data });
    if (!done) return pressed.removeAttribute("aria-busy");
    this.waiting.set(done.callback_id, pressed);
    setTimeout(() => this.#stopWaiting(done.callback_id), PATIENCE);
  }

  file(id) {
    return `${this.base}/files/${encodeURIComponent(id)}`;
  }

  enlarge(url, alt) {
    showDialog(alt, element("img", { src: url, alt, class: "large" }));
  }

  toEnd() {
    this.scroller.scrollTop = 0; // its end: it runs from below
    this.unread = 0;
    this.newer.hidden = true;
  }

  #build() {
    const name = this.person.first_name;
    const id = `phone-${this.person.id}`;
    this.status = element("span", { class: "status" }, "bot");
    this.list = element("ol", { class: "messages" });
    this.scroller = element("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": `${name}'s chat with the coach`, onscroll: () => this.#scrolled() }, this.list);
    this.newer = button("↓", () => this.toEnd(), { class: "newer", hidden: true, title: "To the newest message" });
    this.toast = element("div", { class: "toast", role: "status" });
    this.spoken = element("div", { class: "spoken", "aria-live": "polite" });
    this.input = element("textarea", { id: `${id}-text`, class: "text-field", rows: "1", placeholder: "Message", "aria-label": `Message as ${name}`, autocomplete: "off", enterkeyhint: "send", dir: "auto", onkeydown: (event) => this.#typed(event) });
    this.keys = element("div", { class: "keys", role: "group", "aria-label": "Reply keyboard" });
    this.start = button("Start", () => this.say("/start"), { class: "main start" });
    this.menu = element("div", { class: "menu", id: `${id}-menu`, hidden: true });
    this.opener = button("/", () => this.#toggleMenu(), { class: "icon", "aria-label": "Commands", "aria-expanded": "false", "aria-controls": `${id}-menu` });
    this.form = element("form", { class: "composer", onsubmit: (event) => this.#send(event) },
      this.opener,
      this.input,
      button("📍", () => this.#locate(), { class: "icon", "aria-label": "Share a location" }),
      element("button", { class: "icon send", "aria-label": "Send" }, "➤"));
    this.localTime = element("span");
    const phone = element("section", { class: "phone", "aria-label": `${name}'s phone`, onkeydown: (event) => this.#escape(event) },
      element("div", { class: "top-line" }, this.localTime, element("span", {}, `${name}'s phone`)),
      element("div", { class: "bar" },
        element("img", { src: "static/coach.svg", alt: "", width: "36", height: "36" }),
        element("div", { class: "who" }, element("strong", {}, "Hip coach"), this.status)),
      element("div", { class: "chat" }, this.scroller, this.newer, this.toast),
      this.menu, this.start, this.form, this.keys, this.spoken);
    return phone;
  }

  #take(seen) {
    const atEnd = this.#atEnd();
    for (const each of seen) this.#show(each);
    if (!seen.length) return this.#below();
    this.#days();
    this.#below();
    const own = seen.some(({ message }) => !message.from.is_bot);
    if (atEnd || own) this.toEnd();
    else this.#count(seen.filter(({ kind, message }) => kind === "sent" && message.from.is_bot).length);
  }

  #show(seen) {
    const id = seen.message.message_id;
    const before = this.messages.get(id);
    if (before && (before.deleted || before.edits > seen.edits)) return; // older news
    const known = before?.element;
    if (seen.deleted) {
      this.messages.set(id, { ...seen, element: null });
      known?.remove();
      return;
    }
    const changed = !before || textOf(before.message) !== textOf(seen.message);
    const shown = drawn(seen, this);
    this.messages.set(id, { ...seen, element: shown });
    if (known) replace(known, shown, changed);
    else this.list.append(shown);
    if (seen.kind && changed && seen.message.from.is_bot) this.#speak(textOf(seen.message));
    if (seen.message.from.is_bot) this.#typingEnds();
  }

  #redraw() {
    for (const [id, seen] of this.messages) {
      if (!seen.element) continue;
      const anew = drawn(seen, this);
      replace(seen.element, anew, false);
      this.messages.set(id, { ...seen, element: anew });
    }
    this.#days();
  }

  // A line between the days, as the person's calendar has them.
  #days() {
    for (const line of this.list.querySelectorAll(".day")) line.remove();
    let last = null;
    for (const { message, element: shown } of this.messages.values()) {
      const date = day(message.date, this.zone);
      if (shown && date !== last) shown.before(element("li", { class: "day" }, element("span", {}, date)));
      if (shown) last = date;
    }
  }

  #below() {
    this.start.hidden = this.messages.size > 0;
    this.form.hidden = !this.start.hidden;
    const setting = [...this.messages.values()].filter(({ markup }) => markup?.keyboard || markup?.remove_keyboard).at(-1);
    const rows = setting && !setting.deleted ? setting.markup.keyboard ?? [] : [];
    const drawnRows = JSON.stringify(rows);
    if (this.drawnKeys === drawnRows) return;
    this.drawnKeys = drawnRows;
    this.keys.replaceChildren(...rows.map((row) => element("div", { class: "row" }, ...row.map((key) => button(key.text, () => this.#key(key), { class: "key" })))));
  }

  #key(key) {
    if (key.request_location) this.#locate();
    else if (key.request_contact) this.act("send", { kind: "contact", extra: { first_name: this.person.first_name, user_id: this.person.id } });
    else this.say(key.text);
  }

  #locate() {
    pickCity((latitude, longitude) => this.act("send", { kind: "location", extra: { latitude, longitude } }));
  }

  // Enter sends, Shift+Enter begins a line.
  #typed(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.#send(event);
  }

  async #send(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    this.input.value = "";
    for (let at = 0; at < text.length; at += LONGEST) {
      if (await this.say(text.slice(at, at + LONGEST))) continue;
      this.input.value = text.slice(at); // it was not sent: nobody has to type it again
      return;
    }
  }

  async #toggleMenu(open = this.menu.hidden) {
    this.menu.hidden = !open;
    this.opener.setAttribute("aria-expanded", String(open));
    if (!open) return;
    const commands = await attempt(() => get(`${this.base}/people/${this.person.id}/commands`));
    const lines = (commands ?? []).map(({ command, description }) => {
      const line = button("", () => this.#command(command), { class: "command-line" });
      line.append(element("strong", {}, `/${command}`), ` ${description}`);
      return line;
    });
    this.menu.replaceChildren(...lines);
    this.menu.firstElementChild?.focus();
  }

  #command(command) {
    this.#toggleMenu(false);
    this.opener.focus();
    this.say(`/${command}`);
  }

  #escape(event) {
    if (event.key !== "Escape" || this.menu.hidden) return;
    this.#toggleMenu(false);
    this.opener.focus();
  }

  #answered(answer) {
    this.#stopWaiting(answer.callback_id);
    if (!answer.text) return;
    if (answer.alert) return showDialog("The coach says", element("p", {}, answer.text));
    this.toast.textContent = answer.text;
    clearTimeout(this.toasting);
    this.toasting = setTimeout(() => this.toast.replaceChildren(), TOAST);
  }

  #stopWaiting(callback) {
    this.waiting.get(callback)?.removeAttribute("aria-busy");
    this.waiting.delete(callback);
  }

  #typing() {
    write(this.status, "typing…");
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.#typingEnds(), TYPING);
  }

  #typingEnds() {
    write(this.status, "bot");
  }

  #speak(text) {
    const line = element("p", {}, text);
    this.spoken.append(line);
    setTimeout(() => line.remove(), SPOKEN); // it stands in the chat, too
  }

  // What had the focus is gone: it goes to the newest buttons, or waits in the chat until there are some.
  #refocus() {
    const newest = [...this.list.querySelectorAll(".buttons")].at(-1)?.querySelector("button");
    (newest ?? this.scroller).focus({ preventScroll: true });
    this.waitsForButtons = !newest;
  }

  #count(number) {
    this.unread += number;
    this.newer.hidden = false;
    this.newer.textContent = this.unread ? `↓ ${this.unread} new` : "↓ newest";
  }

  #atEnd() {
    return this.scroller.scrollTop > -NEAR;
  }

  #scrolled() {
    if (!this.#atEnd()) return;
    this.unread = 0;
    this.newer.hidden = true;
  }
}

// Put a message where it was. The focus stays at the same button, or goes to the first of what is new.
function replace(before, after, changed) {
  const focused = buttonsOf(before).indexOf(document.activeElement);
  keepPicture(before, after);
  before.replaceWith(after);
  buttonsOf(after)[changed ? Math.min(focused, 0) : focused]?.focus({ preventScroll: true });
}

function buttonsOf(item) {
  return [...item.querySelectorAll(".buttons button")];
}

// An edit of words or buttons must not load a film anew, which would begin it again.
function keepPicture(before, after) {
  const [old, anew] = [before, after].map((item) => item.querySelector(".picture"));
  if (!old || old.getAttribute("src") !== anew?.getAttribute("src")) return;
  const playing = old.paused === false;
  anew.replaceWith(old);
  if (playing) old.play(); // being moved in the page has paused it
}
