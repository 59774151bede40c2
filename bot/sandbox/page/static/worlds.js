// The worlds on top of the page: which there are, which is shown, and new ones.

import { button, element } from "./elements.js";
import { closeDialog, showDialog, tell } from "./dialogs.js";
import { get, post, remove } from "./server.js";

const list = document.getElementById("worlds");

export async function showWorlds(current, show) {
  const worlds = await get("worlds");
  list.replaceChildren(...worlds.map((world) => element("li", {},
    button(world.title, () => show(world.number), { "aria-current": world.number === current ? "true" : "false", class: "tab" }),
    button("×", () => close(world.number, current, show), { class: "icon close", "aria-label": `Close ${world.title}` }))));
  return worlds;
}

export async function pickStory(show) {
  const stories = await get("stories");
  const open = async (story) => {
    closeDialog();
    try {
      show((await post("worlds", { story: story.name })).number);
    } catch (error) {
      tell(error.message);
    }
  };
  showDialog("Where shall it start?",
    element("p", { class: "hint" }, "Each start is a world of its own: its clock, its bot and its data. The coach really lives through it first, which takes some seconds."),
    element("div", { class: "choices" }, ...stories.map((story) => button("", () => open(story), { class: "choice" }))));
  for (const [at, story] of stories.entries()) {
    document.querySelectorAll("#dialog-body .choice")[at].append(element("strong", {}, story.title), element("br"), story.about);
  }
}

async function close(number, current, show) {
  await remove(`worlds/${number}`);
  const left = await get("worlds");
  if (number !== current) await showWorlds(current, show);
  else show(left.at(-1)?.number ?? null);
}
