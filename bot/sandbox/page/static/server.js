// What the page asks the server for.

export class Refused extends Error {}

async function answered(response) {
  const body = await response.json().catch(() => ({ error: `The server said ${response.status}.` }));
  if (!response.ok) throw new Refused(body.error ?? `The server said ${response.status}.`);
  return body;
}

export async function get(path, options = {}) {
  return answered(await fetch(path, options));
}

export async function post(path, body = {}) {
  const headers = { "Content-Type": "application/json" };
  return answered(await fetch(path, { method: "POST", headers, body: JSON.stringify(body) }));
}

export async function remove(path) {
  return answered(await fetch(path, { method: "DELETE" }));
}
