// What the gate says, as the page's elements want it: {live, refused, files}. A version is {number, at, by, way, findings,
// files}; of a refused one, files are those that it would have changed. The outer files are those that are live.
import { version } from './api.js';

const details = new Map();

/** A version's files never change, so each is asked for once. */
async function filesOf(number) {
  if (!details.has(number)) {
    const { files } = await version(number);
    details.set(number, files.filter(({ change }) => change !== 'REMOVED').map(({ name }) => name));
  }
  return details.get(number);
}

export async function gateOf({ live, warnings, refused, findings }) {
  const files = live ? await filesOf(live.number) : [];
  return {
    files,
    live: live && { ...live, findings: warnings, files },
    refused: refused && { ...refused, findings, files: await filesOf(refused.number) },
  };
}
