// One message as a list item: a bubble, and its buttons below it.

import { button, element } from "./elements.js";
import { clockTime } from "./times.js";
import { words } from "./words.js";

const STILL = matchMedia("(prefers-reduced-motion: reduce)");

// `seen` is a message with its keyboard and its past; `phone` gives what a tap does and where files are.
export function drawn(seen, phone) {
  const { message } = seen;
  const mine = !message.from.is_bot;
  const bubble = element("div", { class: "bubble" },
    quoted(message.reply_to_message),
    picture(message, phone),
    said(message, mine ? null : phone.say),
    element("span", { class: "stamp" }, seen.edits && changedWords(seen) ? "edited " : "", element("time", {}, clockTime(message.date, phone.zone))));
  const label = `${mine ? "You" : "Coach"}, ${clockTime(message.date, phone.zone)}`;
  return element("li", { class: mine ? "message mine" : "message", "aria-label": label, "data-id": String(message.message_id) }, bubble, buttons(seen, phone));
}

export function textOf(message) {
  return message.text ?? message.caption ?? "";
}

function changedWords(seen) {
  return seen.wordsChanged !== false;
}

function said(message, say) {
  const text = textOf(message);
  const entities = message.entities ?? message.caption_entities ?? [];
  return text ? element("div", { class: "text" }, words(text, entities, say)) : null;
}

function quoted(message) {
  return message ? element("div", { class: "quoted" }, textOf(message).slice(0, 80) || "a message") : null;
}

function picture(message, phone) {
  const alt = message.caption?.split("\n")[0] ?? "";
  if (message.animation) return film(message.animation, alt, phone);
  if (message.photo) return photo(message.photo.at(-1), alt, phone);
  if (message.document) return file(message.document, phone);
  if (message.location) return element("div", { class: "place" }, `📍 ${message.location.latitude.toFixed(2)}, ${message.location.longitude.toFixed(2)}`);
  const other = ["sticker", "voice", "video", "contact", "dice", "poll", "pinned_message"].find((kind) => kind in message);
  return other ? element("div", { class: "place" }, other.replace("_", " ")) : null;
}

function film(animation, alt, phone) {
  const at = { width: String(animation.width || 320), height: String(animation.height || 240), class: "picture" };
  const url = phone.file(animation.file_id);
  if (animation.mime_type?.startsWith("image/")) return element("img", { ...at, src: url, alt: alt || "Animation" });
  const film = element("video", { ...at, src: url, "aria-label": alt || "Animation", loop: true, muted: true, autoplay: !STILL.matches, controls: STILL.matches, playsinline: "" });
  film.muted = true; // the attribute alone does not count for what is made by script
  return film;
}

function photo(size, alt, phone) {
  const url = phone.file(size.file_id);
  const shown = element("img", { src: url, alt: alt || "Photo", width: String(size.width), height: String(size.height), class: "picture" });
  return element("button", { type: "button", class: "open-photo", onclick: () => phone.enlarge(url, alt || "Photo"), "aria-label": `Open: ${alt || "Photo"}` }, shown);
}

function file(document, phone) {
  const size = document.file_size > 2048 ? `${Math.round(document.file_size / 1024)} kB` : `${document.file_size} bytes`;
  return element("a", { class: "file", href: phone.file(document.file_id), download: document.file_name ?? "file" },
    element("span", { "aria-hidden": "true" }, "📄"), ` ${document.file_name ?? "file"} `, element("small", {}, size));
}

function buttons(seen, phone) {
  const rows = seen.markup?.inline_keyboard;
  if (!rows?.length) return null;
  return element("div", { class: "buttons" }, ...rows.map((row) => element("div", { class: "row" }, ...row.map((each) => key(each, seen.message.message_id, phone)))));
}

function key(each, message, phone) {
  if (each.url) return element("a", { class: "inline", href: each.url, target: "_blank", rel: "noopener noreferrer" }, `${each.text} ↗`);
  return button(each.text, ({ currentTarget }) => phone.tap(message, each.callback_data, currentTarget), { class: "inline" });
}
