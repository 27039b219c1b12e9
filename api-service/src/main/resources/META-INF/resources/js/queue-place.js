/** Where a job stands in the queue, in words. */
import { counted, t } from './texts.js';

/** @returns {string} empty where the server cannot tell */
export function placeOf({ jobsAhead }) {
  if (jobsAhead === null || jobsAhead === undefined) return '';
  return jobsAhead === 0 ? t('queue.next') : counted('queue.ahead', jobsAhead);
}
