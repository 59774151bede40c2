// Builds elements: texts are always text, never markup.

export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name in made && typeof value !== "string") made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

export function button(label, press, properties = {}) {
  return element("button", { type: "button", onclick: press, ...properties }, label);
}

// Say something only once: what listens to the page is told of each change.
export function write(where, text) {
  if (where.textContent !== text) where.textContent = text;
}

export function pause(milliseconds) {
  return new Promise((done) => { setTimeout(done, milliseconds); });
}

// Only addresses that lead out, never a script.
export function outward(url) {
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`;
  return /^(https?|tg|mailto):/i.test(whole) ? whole : null;
}
