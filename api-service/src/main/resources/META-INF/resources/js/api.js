/** The HTTP API, as this front-end uses it. */
import { Problem } from './problem.js';

export const jobUrl = (id) => `/api/v1/jobs/${encodeURIComponent(id)}`;

export const previewUrl = (id, width) => `${jobUrl(id)}/preview?width=${width}`;

export const isFinal = (job) => ['DONE', 'FAILED', 'CANCELLED'].includes(job.state);

/** The job that the earlier system's address of a picture, its imageId, leads to. */
export const fetchJobOfImage = (imageId) => getJson(`/api/result/${encodeURIComponent(imageId)}`);

export const fetchJob = (id) => getJson(jobUrl(id));

/** Stops the job and erases everything that belongs to it. A job that is gone already is fine. */
export async function deleteJob(id) {
  const response = await fetch(jobUrl(id), { method: 'DELETE' }).catch(connectionLost);
  if (!response.ok && response.status !== 404) throw await problemOf(response);
}

async function getJson(url) {
  const response = await fetch(url, { headers: { Accept: 'application/json' } }).catch(connectionLost);
  if (!response.ok) throw await problemOf(response);
  return response.json();
}

async function problemOf(response) {
  return Problem.fromAnswer(response.status, await response.text(), response.headers.get('Retry-After'));
}

function connectionLost() {
  throw new Problem({ code: 'CONNECTION_LOST' });
}
