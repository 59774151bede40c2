// Where a shared location may be: places whose clocks differ.

import { button, element } from "./elements.js";
import { closeDialog, showDialog } from "./dialogs.js";

const CITIES = [
  ["Berlin", 52.52, 13.4], ["London", 51.51, -0.13], ["New York", 40.71, -74.01], ["Los Angeles", 34.05, -118.24],
  ["São Paulo", -23.55, -46.63], ["Lagos", 6.45, 3.39], ["Nairobi", -1.29, 36.82], ["Mumbai", 19.08, 72.88],
  ["Kathmandu", 27.72, 85.32], ["Tokyo", 35.68, 139.69], ["Sydney", -33.87, 151.21], ["Lord Howe Island", -31.55, 159.08],
  ["Auckland", -36.85, 174.76], ["Honolulu", 21.31, -157.86], ["Apia", -13.83, -171.76],
];

export function pickCity(picked) {
  const choose = (latitude, longitude) => {
    closeDialog();
    picked(latitude, longitude);
  };
  const cities = CITIES.map(([name, latitude, longitude]) => button(name, () => choose(latitude, longitude), { class: "choice" }));
  showDialog("Where is this phone?", element("div", { class: "choices" }, ...cities));
}
