// What the page asks the server: /api/processes/...
import { callOf, Problem } from '../insight/call.js';

const call = callOf('/api/processes');

async function text(path) {
  const response = await fetch(`/api/processes${path}`);
  if (!response.ok) throw new Problem(response.status);
  return response.text();
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
