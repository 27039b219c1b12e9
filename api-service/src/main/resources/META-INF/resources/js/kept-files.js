/**
 * Keeps the last few uploads in this browser (IndexedDB), so that "again" sends the very same file and not a copy
 * that was coded anew. All of it is a convenience: where storage is not allowed, nothing is kept and nothing fails.
 */
const STORE = 'files';
const KEEP = 6;

export async function keepFile(jobId, file) {
  const rows = await all().catch(() => []);
  const surplus = rows.sort((a, b) => b.at - a.at).slice(KEEP - 1);
  await change((store) => {
    surplus.forEach((row) => store.delete(row.jobId));
    store.put({ jobId, file, at: Date.now() });
  }).catch(() => {});
}

/** @returns {Promise<File|null>} */
export async function keptFile(jobId) {
  const rows = await all().catch(() => []);
  return rows.find((row) => row.jobId === jobId)?.file ?? null;
}

export async function forgetFile(jobId) {
  await change((store) => store.delete(jobId)).catch(() => {});
}

function open() {
  const request = indexedDB.open('ai-upscale', 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'jobId' });
  return settled(request);
}

async function all() {
  const database = await open();
  return settled(database.transaction(STORE).objectStore(STORE).getAll());
}

async function change(work) {
  const transaction = (await open()).transaction(STORE, 'readwrite');
  work(transaction.objectStore(STORE));
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
