/** Sends one picture and tells how it goes. XMLHttpRequest, since fetch does not report upload progress. */
import { Problem } from './problem.js';

/**
 * @param onProgress called with the fraction sent and the bytes a second
 * @returns {{answer: Promise<object>, abort: () => void}} the job, or a Problem
 */
export function upload(file, options, onProgress) {
  const form = new FormData();
  for (const [name, value] of Object.entries(options)) form.set(name, value);
  // Last, so that the server has read the options before the long part.
  form.set('image', file, file.name || 'pasted.png');

  const request = new XMLHttpRequest();
  const answer = new Promise((resolve, reject) => {
    const started = performance.now();
    request.upload.onprogress = ({ loaded, total }) => {
      const seconds = Math.max(0.001, (performance.now() - started) / 1000);
      onProgress(total ? loaded / total : 0, loaded / seconds);
    };
    request.onload = () => (request.status < 300 ? accept(request, resolve, reject) : reject(refusal(request)));
    request.onerror = () => reject(new Problem({ code: 'CONNECTION_LOST' }));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
  });
  request.open('POST', '/api/v1/jobs');
  request.setRequestHeader('Accept', 'application/json');
  request.send(form);
  return { answer, abort: () => request.abort() };
}

function accept(request, resolve, reject) {
  try {
    resolve(JSON.parse(request.responseText));
  } catch {
    reject(new Problem({ code: 'INTERNAL' }));
  }
}

function refusal(request) {
  return Problem.fromAnswer(request.status, request.responseText, request.getResponseHeader('Retry-After'));
}
