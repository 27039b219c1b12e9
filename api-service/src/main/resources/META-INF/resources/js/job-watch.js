/** Follows one job until it is final, through dropped connections and sleeping laptops. */
import { isFinal, jobUrl } from './api.js';

const PAUSE_MS = 400;
const UNHELD_PAUSE_MS = 1500;
const LONGEST_PAUSE_MS = 15_000;
/** Longer than the server holds an answer; a laptop that slept has connections that never say anything again. */
const ANSWER_WITHIN_MS = 30_000;

/**
 * @param onJob called with the job, first at once and then after every look
 * @param onTrouble called while the server cannot be reached
 * @param held lets the server hold its answers; a browser has six connections, so a page that follows many jobs must not
 * @returns {Promise<object|null>} the final job; null when there is no such job, or no more
 */
export async function watchJob(id, { onJob, onTrouble = () => {}, held = true, signal }) {
  const seen = { job: null, etag: null, held };
  const rest = held ? PAUSE_MS : UNHELD_PAUSE_MS;
  let failures = 0;
  while (!signal?.aborted) {
    try {
      const asked = performance.now();
      if (!(await look(id, seen, signal))) return null;
      failures = 0;
      onJob(seen.job);
      if (isFinal(seen.job)) return seen.job;
      // A server that held its answer has waited for us already.
      if (performance.now() - asked < rest) await pause(rest);
    } catch (trouble) {
      if (signal?.aborted) return seen.job;
      failures += 1;
      onTrouble(trouble);
      await pause(Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** (failures - 1)));
    }
  }
  return seen.job;
}

async function look(id, seen, signal) {
  const limits = [AbortSignal.timeout(ANSWER_WITHIN_MS), signal].filter(Boolean);
  const response = await fetch(jobUrl(id), { headers: headersFor(seen), cache: 'no-store', signal: AbortSignal.any(limits) });
  if (response.status === 404) return false;
  if (response.status === 304) return true;
  if (!response.ok) throw new Error(`status ${response.status}`);
  seen.etag = response.headers.get('ETag');
  seen.job = await response.json();
  return true;
}

/** With the tag that was seen last, the server holds its answer until anything about the job changes. */
function headersFor({ etag, held }) {
  const headers = { Accept: 'application/json' };
  if (etag) headers['If-None-Match'] = etag;
  if (etag && held) headers.Prefer = 'wait=20';
  return headers;
}

/** Ends early when the network comes back. */
function pause(milliseconds) {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    window.addEventListener('online', end);
  });
}
