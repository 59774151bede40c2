// What the page asks the server for.

// The server said no, in a sentence.
export class Refused extends Error {}

// The server did not answer.
export class Lost extends Error {}

async function asked(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Lost("The demo does not answer. Was it ended?");
  }
  if (response.ok) return response.json();
  const said = await response.text();
  throw new Refused(sentence(said) ?? `The demo said ${response.status}.`);
}

function sentence(said) {
  try {
    return JSON.parse(said).error;
  } catch {
    return said; // a plain one
  }
}

export async function get(path, signal) {
  return asked(path, { signal });
}

export async function post(path, body = {}) {
  return sent("POST", path, body);
}

export async function put(path, body) {
  return sent("PUT", path, body);
}

export async function remove(path) {
  return asked(path, { method: "DELETE" });
}

async function sent(method, path, body) {
  return asked(path, { method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}
