// The one dialog of the page, and the notice when something was refused.

import { element } from "./elements.js";

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
  if (event.target === dialog) dialog.close(); // beside it
});

export function tell(text) {
  notice.replaceChildren(element("span", {}, text));
  notice.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => { notice.hidden = true; }, SHOWN);
}
