/** Brings a picture back to the start page, to be enlarged with another model or scale. */
import { fetchJob } from './api.js';
import { keptFile } from './kept-pictures.js';
import { t } from './texts.js';

/** @param say tells the user when the picture has to be chosen by hand */
export async function addAgain(jobId, add, say) {
  const file = (await keptFile(jobId)) ?? (await fromServer(jobId).catch(() => null));
  if (file) add([file]);
  else say(t('again.choose'));
}

/** The server keeps every upload as JPEG, which equals the upload only when that was a JPEG itself. */
async function fromServer(jobId) {
  const job = await fetchJob(jobId);
  if (job.source.format !== 'jpeg') return null;
  const response = await fetch(job.links.original);
  return response.ok ? new File([await response.blob()], job.uploadName, { type: 'image/jpeg' }) : null;
}
