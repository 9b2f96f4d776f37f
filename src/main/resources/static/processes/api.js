// What the page asks the server: /api/processes/...

/** What the server refused, with its words for people. */
export class Problem extends Error {
  constructor(status, body = {}) {
    super(body.detail ?? body.title ?? `${status}`);
    this.status = status;
    this.body = body;
  }
}

async function call(method, path, body) {
  const headers = { Accept: 'application/json, application/problem+json', 'Accept-Language': document.documentElement.lang };
  if (method !== 'GET') headers['X-TANDEM-CSRF'] = cookie('TANDEM-CSRF');
  if (body) headers['Content-Type'] = 'application/json';
  const response = await fetch(`/api/processes${path}`, { method, headers, body: body && JSON.stringify(body) });
  const json = /json/.test(response.headers.get('Content-Type') ?? '') ? await response.json() : undefined;
  if (response.ok) return json;
  // the session is over: the log-in brings back here
  if (response.status === 401) location.reload();
  throw new Problem(response.status, json);
}

async function text(path) {
  const response = await fetch(`/api/processes${path}`);
  if (!response.ok) throw new Problem(response.status);
  return response.text();
}

function cookie(name) {
  const found = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}

const slashed = (file) => file.split('/').map(encodeURIComponent).join('/');

export const state = () => call('GET', '/state');
export const now = () => call('GET', '/now');
export const figures = (process, days) => call('GET', `/${encodeURIComponent(process)}/figures?days=${days}`);
export const versions = (page) => call('GET', `/versions?page=${page}`);
export const version = (number) => call('GET', `/versions/${number}`);
export const changes = (from, to) => call('GET', `/versions/${from}/changes/${to}`);
export const restore = (number) => call('POST', `/versions/${number}/restore`);

export const migrations = () => call('GET', '/migrations');
export const migrationPlan = () => call('GET', '/migrations/plan');
export const migrate = (dryRun) => call('POST', '/migrations', { dryRun });
export const goOn = (id) => call('PUT', `/migrations/${id}/run`);
export const stop = (id) => call('DELETE', `/migrations/${id}/run`);

export const fileOf = (number, file) => text(`/versions/${number}/files/${slashed(file)}`);
