// The one dialog of the page, and the notice when something did not work.

import { element } from "./elements.js";
import { Lost, Refused } from "./server.js";

const dialog = document.getElementById("dialog");
const notice = document.getElementById("notice");
const SHOWN = 6000;
let hiding;

export function showDialog(title, ...body) {
  document.getElementById("dialog-title").textContent = title;
  document.getElementById("dialog-body").replaceChildren(...body);
  if (!dialog.open) dialog.showModal();
}

export function closeDialog() {
  dialog.close();
}

dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close(); // the dialog has no padding: this is beside it
});

export function tell(text) {
  notice.replaceChildren(element("span", {}, text));
  notice.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => { notice.hidden = true; }, SHOWN);
}

// Do something; where the server says no, or nothing, tell so. Gives null then.
export async function attempt(something) {
  try {
    return await something();
  } catch (error) {
    if (!(error instanceof Refused || error instanceof Lost)) throw error;
    tell(error.message);
    return null;
  }
}
