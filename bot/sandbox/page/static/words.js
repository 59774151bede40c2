// A text with Telegram's entities, as elements.

import { element, outward } from "./elements.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

// Entities count in UTF-16 units, as JavaScript does. They nest, but never overlap by half.
export function words(text, entities = [], say = null) {
  return within(text, 0, text.length, entities.filter((each) => each.length), say);
}

function within(text, from, to, entities, say) {
  const made = document.createDocumentFragment();
  let at = from;
  while (at < to) {
    const next = outermost(entities, at, to);
    if (!next) {
      made.append(text.slice(at, to));
      break;
    }
    made.append(text.slice(at, next.offset));
    const end = Math.min(next.offset + next.length, to);
    const inner = entities.filter((each) => each !== next && each.offset >= next.offset && each.offset + each.length <= end);
    made.append(wrapped(next, within(text, next.offset, end, inner, say), text.slice(next.offset, end), say));
    at = end;
    entities = entities.filter((each) => each.offset >= end);
  }
  return made;
}

function outermost(entities, from, to) {
  return entities
    .filter((each) => each.offset >= from && each.offset < to)
    .sort((a, b) => a.offset - b.offset || b.length - a.length)[0];
}

function wrapped(entity, inside, text, say) {
  if (entity.type === "bot_command" && say) {
    return element("button", { type: "button", class: "command", onclick: () => say(text) }, inside);
  }
  if (["text_link", "url", "email"].includes(entity.type)) {
    const url = outward(entity.url ?? (entity.type === "email" ? `mailto:${text}` : text));
    return url ? element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, inside) : inside;
  }
  if (entity.type === "spoiler") {
    const open = ({ currentTarget }) => currentTarget.classList.add("open");
    return element("button", { type: "button", class: "spoiler", title: "Show", onclick: open }, inside);
  }
  const tag = TAGS[entity.type];
  return tag ? element(tag, {}, inside) : inside;
}
