// Asks the server. Every request may be repeated; what is wrong is told by kind, so that the queue knows what to do.
export class Offline extends Error {}
export class NotProven extends Error {}
export class Gone extends Error {}
export class Busy extends Error {}
export class Refused extends Error {
  constructor(status, body) {
    super(body.error || String(status));
    this.status = status;
    this.body = body;
  }
}

export function server(base, csrf) {
  async function ask(method, path, body, type = "application/json") {
    const stop = new AbortController();
    // A network that swallows everything is no network; a part of a photo may take its time.
    const timer = setTimeout(() => stop.abort(), type === "application/json" ? 20000 : 90000);
    let answer;
    try {
      answer = await fetch(base + path, {
        method,
        signal: stop.signal,
        credentials: "same-origin",
        headers: { Accept: "application/json", "X-CSRF-TOKEN": csrf, ...(body === undefined ? {} : { "Content-Type": type }) },
        body: body === undefined ? undefined : type === "application/json" ? JSON.stringify(body) : body,
      });
      return await read(answer);
    } catch (failure) {
      if (failure instanceof NotProven || failure instanceof Gone || failure instanceof Busy || failure instanceof Refused) throw failure;
      throw new Offline(String(failure));
    } finally {
      clearTimeout(timer);
    }
  }

  async function read(answer) {
    if (answer.status === 401) throw new NotProven();
    if (answer.status === 429 || answer.status >= 500) throw new Busy();
    const json = (answer.headers.get("Content-Type") || "").includes("json") ? await answer.json() : null;
    if (answer.ok && json) return json;
    // Not one of our answers: the link is no longer good, or a portal of the network stands before us.
    if (!json) throw answer.status === 404 ? new Gone() : new Offline("no answer of ours");
    throw new Refused(answer.status, json);
  }

  return {
    snapshot: () => ask("GET", "/donnees"),
    answer: (answer) => ask("POST", "/reponses", answer),
    speak: (language) => ask("POST", "/langue", { language }),
    announce: (photo) => ask("POST", "/photos", photo),
    part: (key, offset, bytes) => ask("PATCH", `/photos/${key}?debut=${offset}`, bytes, "application/octet-stream"),
    takeBack: (key) => ask("POST", `/photos/${key}/retrait`, {}),
    send: (sending) => ask("POST", "/envoi", sending),
  };
}
