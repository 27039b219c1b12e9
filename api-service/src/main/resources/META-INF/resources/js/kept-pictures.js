/**
 * What this browser keeps (IndexedDB): the last few uploads, so that "again" sends the very same file and not a copy
 * that was coded anew, and a longer list of what was sent, with thumbnails. All of it is a convenience: where storage
 * is not allowed, nothing is kept and nothing fails.
 */
const FILES = 'files';
const PICTURES = 'pictures';
const KEEP = { [FILES]: 6, [PICTURES]: 100 };

/**
 * @param entry `{jobId, name, width, height, scale, model, thumbnail}`; size and thumbnail where the browser could
 *     read the picture
 */
export async function keepPicture(entry, file) {
  const at = Date.now();
  await keep(PICTURES, { ...entry, at });
  await keep(FILES, { jobId: entry.jobId, file, at });
}

/** @returns {Promise<object[]>} the newest first */
export async function keptPictures() {
  const rows = await all(PICTURES).catch(() => []);
  return rows.sort((a, b) => b.at - a.at);
}

/** @returns {Promise<File|null>} */
export async function keptFile(jobId) {
  const rows = await all(FILES).catch(() => []);
  return rows.find((row) => row.jobId === jobId)?.file ?? null;
}

export async function forgetPicture(jobId) {
  for (const name of [FILES, PICTURES]) await change(name, (store) => store.delete(jobId)).catch(() => {});
}

export async function forgetAllPictures() {
  for (const name of [FILES, PICTURES]) await change(name, (store) => store.clear()).catch(() => {});
}

async function keep(name, row) {
  const rows = await all(name).catch(() => []);
  const surplus = rows.sort((a, b) => b.at - a.at).slice(KEEP[name] - 1);
  await change(name, (store) => {
    surplus.forEach((old) => store.delete(old.jobId));
    store.put(row);
  }).catch(() => {});
}

function open() {
  const request = indexedDB.open('ai-upscale', 2);
  request.onupgradeneeded = () => {
    for (const name of [FILES, PICTURES]) {
      if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name, { keyPath: 'jobId' });
    }
  };
  return settled(request);
}

async function all(name) {
  return settled((await open()).transaction(name).objectStore(name).getAll());
}

async function change(name, work) {
  const transaction = (await open()).transaction(name, 'readwrite');
  work(transaction.objectStore(name));
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
