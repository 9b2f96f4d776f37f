// What chat and desk know of files: how one is sent, and what it is called.

/**
 * Sends one file as the body of a request; resolves to {status, body, retryAfter} and rejects without a connection.
 * Not fetch: that tells of no progress.
 *
 * @param progress is called with 0 to 1
 */
export function post(address, file, headers, progress, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    const all = {
      Accept: 'application/json, application/problem+json',
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename*=UTF-8''${encoded(file.name)}`,
      ...headers,
    };
    Object.entries(all).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
    request.onload = () =>
      resolve({
        status: request.status,
        body: parsed(request.responseText),
        retryAfter: Number(request.getResponseHeader('Retry-After')) || null,
      });
    request.onerror = request.onabort = request.ontimeout = () => reject(new TypeError('no connection'));
    signal?.addEventListener('abort', () => request.abort());
    request.send(file.content);
  });
}

const LONGEST_NAME = 200;

function encoded(name) {
  const short = Array.from(name).slice(-LONGEST_NAME).join('');
  const whole = short.toWellFormed ? short.toWellFormed() : short;
  return encodeURIComponent(whole).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** 1536 as "1.5 KB", in the reader's way of writing numbers. */
export function sizeOf(bytes, language) {
  const [unit, amount] =
    bytes < 1024 ? ['byte', bytes] : bytes < 1024 * 1024 ? ['kilobyte', bytes / 1024] : ['megabyte', bytes / 1024 / 1024];
  const style = { style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short' };
  return new Intl.NumberFormat(language, { ...style, maximumFractionDigits: amount < 10 ? 1 : 0 }).format(amount);
}

const KINDS = {
  'application/pdf': 'PDF',
  'application/zip': 'ZIP',
  'text/plain': 'TXT',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint',
};

/** What it is by its content; the name's ending only where the content says nothing. */
export function kindOf({ type, name }) {
  const [, ending] = /\.(\w{1,5})$/.exec(name) ?? [];
  if (KINDS[type]) return KINDS[type];
  if (/^(image|audio|video)\//.test(type)) return type.split('/')[1].replace(/^x-/, '').toUpperCase();
  return (ending ?? '').toUpperCase();
}

/** Opens the browser's "save" for what was fetched. Never shown: a page of ours must not run what others sent. */
export function save(content, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'application/octet-stream' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Files out of a paste or a drop; text that comes with a picture of itself, as from a table, stays text. */
export function filesIn(transfer) {
  const text = transfer?.types.includes('text/plain');
  return text ? [] : Array.from(transfer?.files ?? []);
}

export const bringsFiles = (transfer) => Boolean(transfer?.types.includes('Files'));
