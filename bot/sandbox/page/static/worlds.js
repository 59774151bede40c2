// The worlds on top of the page: which there are, which is shown, and new ones.

import { attempt, closeDialog, showDialog } from "./dialogs.js";
import { button, element } from "./elements.js";
import { get, post, remove } from "./server.js";

const list = document.getElementById("worlds");

export async function showWorlds(current, show, signal) {
  const worlds = await get("worlds", signal);
  if (signal.aborted) return;
  const focused = list.contains(document.activeElement);
  list.replaceChildren(...worlds.map((world) => element("li", {},
    button(world.title, () => show(world.number), { "aria-current": String(world.number === current), class: "tab" }),
    button("×", () => close(world.number, current, show), { class: "icon close", "aria-label": `Close ${world.title}` }))));
  if (focused) list.querySelector("[aria-current=true]")?.focus();
}

export async function pickStory(show) {
  const stories = await attempt(() => get("stories"));
  if (!stories) return;
  showDialog("Where shall it start?",
    element("p", { class: "hint" }, "Each start is a world of its own: its clock, its bot and its data. The coach really lives through it first, which takes some seconds, or half a minute for twelve weeks."),
    element("div", { class: "choices" }, ...stories.map((story) => choice(story, show))));
}

function choice(story, show) {
  const open = async () => {
    closeDialog();
    const world = await attempt(() => post("worlds", { story: story.name }));
    if (world) show(world.number);
  };
  const chosen = button("", open, { class: "choice" });
  chosen.append(element("strong", {}, story.title), element("br"), story.about);
  return chosen;
}

async function close(number, current, show) {
  await attempt(() => remove(`worlds/${number}`));
  const left = await attempt(() => get("worlds"));
  if (left) show(number === current ? left.at(-1)?.number ?? null : current);
}
