const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

/** The header Spring Security expects with every change, or nothing when the page carries no token. */
export function csrfHeaders() {
  const header = meta("_csrf_header");
  const token = meta("_csrf");
  return header && token ? { [header]: token } : {};
}
