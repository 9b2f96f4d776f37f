// What the staff's pages ask the server.

/** What the server refused, with its words for people. */
export class Problem extends Error {
  constructor(status, body = {}) {
    super(body.detail ?? body.title ?? `${status}`);
    this.status = status;
    this.body = body;
  }
}

/** A function that calls what stands below an address. */
export const callOf = (root) => async (method, path, body) => {
  const headers = { Accept: 'application/json, application/problem+json', 'Accept-Language': document.documentElement.lang };
  if (method !== 'GET') headers['X-TANDEM-CSRF'] = cookie('TANDEM-CSRF');
  if (body) headers['Content-Type'] = 'application/json';
  const response = await fetch(`${root}${path}`, { method, headers, body: body && JSON.stringify(body) });
  const json = /json/.test(response.headers.get('Content-Type') ?? '') ? await response.json() : undefined;
  if (response.ok) return json;
  // the session is over: the log-in brings back here
  if (response.status === 401) location.reload();
  throw new Problem(response.status, json);
};

function cookie(name) {
  const found = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}
