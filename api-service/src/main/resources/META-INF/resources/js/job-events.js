/** Listens to the events of one job for as long as they can be trusted. */
import { isFinal, jobUrl } from './api.js';

/** Heartbeats do not reach scripts; a stream that told nothing for so long is given up for a look. */
const SILENCE_MS = 30_000;

/**
 * @param onJob called with the job at each event
 * @returns {Promise<boolean>} whether anything was heard, when the job is final, the stream broke or fell silent,
 *     or the page woke up: then nobody knows what was missed
 */
export function listen(id, onJob, signal) {
  return new Promise((resolve) => {
    const source = new EventSource(`${jobUrl(id)}/events`);
    const over = new AbortController();
    let heard = false;
    let timer;
    const end = () => {
      clearTimeout(timer);
      over.abort();
      source.close();
      resolve(heard);
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(end, SILENCE_MS);
    };
    source.addEventListener('open', () => (heard = true), { signal: over.signal });
    source.addEventListener(
      'job',
      ({ data }) => {
        heard = true;
        wait();
        const job = JSON.parse(data);
        onJob(job);
        if (isFinal(job)) end();
      },
      { signal: over.signal },
    );
    source.addEventListener('error', end, { signal: over.signal });
    window.addEventListener('offline', end, { signal: over.signal });
    window.addEventListener('online', end, { signal: over.signal });
    document.addEventListener('resume', end, { signal: over.signal });
    document.addEventListener('visibilitychange', () => document.hidden || end(), { signal: over.signal });
    signal?.addEventListener('abort', end, { signal: over.signal });
    wait();
  });
}
