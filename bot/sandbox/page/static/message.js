// One message as a list item: a bubble, and its buttons below it.

import { button, element, outward } from "./elements.js";
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
    said(message, phone.say),
    element("span", { class: "stamp" }, seen.reworded ? "edited " : "", element("time", {}, clockTime(message.date, phone.zone))));
  const label = `${mine ? "You" : "Coach"}, ${clockTime(message.date, phone.zone)}`;
  return element("li", { class: mine ? "message mine" : "message", "aria-label": label, "data-id": String(message.message_id) }, bubble, buttons(seen, phone));
}

export function textOf(message) {
  return message.text ?? message.caption ?? "";
}

function said(message, say) {
  const text = textOf(message);
  const entities = message.entities ?? message.caption_entities ?? [];
  return text ? element("div", { class: "text", dir: "auto" }, words(text, entities, say)) : null;
}

function quoted(message) {
  return message ? element("div", { class: "quoted", dir: "auto" }, [...textOf(message)].slice(0, 80).join("") || "a message") : null;
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

// A film loops until it is pressed; where people asked for no motion it waits for that.
function film(animation, alt, phone) {
  const size = { width: String(animation.width || 320), height: String(animation.height || 240), class: "picture" };
  const url = phone.file(animation.file_id);
  if (animation.mime_type?.startsWith("image/")) return element("img", { ...size, src: url, alt: alt || "Animation" });
  const poster = animation.thumbnail && phone.file(animation.thumbnail.file_id);
  const shown = element("video", { ...size, src: url, poster, "aria-label": alt || "Animation", loop: true, autoplay: !STILL.matches, playsinline: "" });
  shown.muted = true; // as an attribute it does not count for what is made by script
  return element("button", { type: "button", class: "open-picture", "aria-label": `Play or pause: ${alt || "Animation"}`, onclick: playOrPause }, shown);
}

function playOrPause({ currentTarget }) {
  const shown = currentTarget.querySelector("video");
  if (shown.paused) shown.play();
  else shown.pause();
}

function photo(size, alt, phone) {
  const url = phone.file(size.file_id);
  const shown = element("img", { src: url, alt: alt || "Photo", width: String(size.width), height: String(size.height), class: "picture" });
  return element("button", { type: "button", class: "open-picture", onclick: () => phone.enlarge(url, alt || "Photo"), "aria-label": `Open: ${alt || "Photo"}` }, shown);
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
  if (each.url) {
    const url = outward(each.url);
    if (url) return element("a", { class: "inline", href: url, target: "_blank", rel: "noopener noreferrer", dir: "auto" }, `${each.text} ↗`);
  }
  if (!each.callback_data) return button(each.text, null, { class: "inline", disabled: true, title: "This page cannot do what the button asks for" });
  return button(each.text, ({ currentTarget }) => phone.tap(message, each.callback_data, currentTarget), { class: "inline", dir: "auto" });
}
