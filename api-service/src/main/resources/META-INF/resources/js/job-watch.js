/** Follows one job until it is final, through dropped connections and sleeping laptops. */
import { isFinal, jobUrl } from './api.js';
import { listen } from './job-events.js';

const PAUSE_MS = 400;
const UNHELD_PAUSE_MS = 1500;
const LONGEST_PAUSE_MS = 15_000;
/** Longer than the server holds an answer; a laptop that slept has connections that never say anything again. */
const ANSWER_WITHIN_MS = 30_000;
/** So many streams that said nothing, and a proxy on the way is taken to swallow them. */
const SILENT_STREAMS = 2;

/**
 * Looks once, then listens to the job's events; whenever these end, it looks again. Where events do not come
 * through, it goes on looking, with answers that the server holds until something changes.
 *
 * @param onJob called with the job, first at once and then at every change
 * @param onTrouble called while the server cannot be reached
 * @param held whether connections may be kept open; a browser has six, so a page that follows many jobs must not
 * @param rest gives the milliseconds between two looks that are not held
 * @returns {Promise<object|null>} the final job; null when there is no such job, or no more
 */
export async function watchJob(id, { onJob, onTrouble = () => {}, held = true, rest = () => UNHELD_PAUSE_MS, signal }) {
  const seen = { job: null, etag: null };
  let silent = held ? 0 : SILENT_STREAMS;
  let failures = 0;
  while (!signal?.aborted) {
    try {
      const asked = performance.now();
      const holds = held && silent >= SILENT_STREAMS;
      if (!(await look(id, seen, holds, signal))) return null;
      failures = 0;
      onJob(seen.job);
      if (isFinal(seen.job)) return seen.job;
      if (holds) await atLeast(PAUSE_MS, asked);
      else if (silent < SILENT_STREAMS) {
        const heard = await listen(id, (job) => onJob((seen.job = job)), signal);
        silent = heard ? 0 : silent + 1;
        if (isFinal(seen.job)) return seen.job;
        // What events told is newer than the tag of the last look.
        seen.etag = null;
        await atLeast(PAUSE_MS, asked);
      } else await pause(rest());
    } catch (trouble) {
      if (signal?.aborted) return seen.job;
      failures += 1;
      onTrouble(trouble);
      await pause(Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** (failures - 1)));
    }
  }
  return seen.job;
}

async function look(id, seen, holds, signal) {
  const limits = [AbortSignal.timeout(ANSWER_WITHIN_MS), signal].filter(Boolean);
  const response = await fetch(jobUrl(id), { headers: headersFor(seen, holds), cache: 'no-store', signal: AbortSignal.any(limits) });
  if (response.status === 404) return false;
  if (response.status === 304) return true;
  if (!response.ok) throw new Error(`status ${response.status}`);
  seen.etag = response.headers.get('ETag');
  seen.job = await response.json();
  return true;
}

/** With the tag that was seen last, the server holds its answer until anything about the job changes. */
function headersFor({ etag }, holds) {
  const headers = { Accept: 'application/json' };
  if (etag) headers['If-None-Match'] = etag;
  if (etag && holds) headers.Prefer = 'wait=20';
  return headers;
}

/** Pauses unless that time has passed already, as when a server held its answer. */
async function atLeast(milliseconds, since) {
  if (performance.now() - since < milliseconds) await pause(milliseconds);
}

/** Ends early when the network comes back or the visitor does. */
function pause(milliseconds) {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      document.removeEventListener('visibilitychange', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    window.addEventListener('online', end);
    document.addEventListener('visibilitychange', end);
  });
}
