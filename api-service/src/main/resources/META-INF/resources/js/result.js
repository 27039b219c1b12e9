/** The page of one job: follows it, and becomes the result by itself. */
import { deleteJob, fetchJobOfImage, isFinal } from './api.js';
import { againUrl, showDone } from './done-view.js';
import { watchJob } from './job-watch.js';
import { forgetPicture } from './kept-pictures.js';
import { showLoading } from './loading-view.js';
import { Problem } from './problem.js';
import { showInTab, showTitle } from './tab-progress.js';
import { t } from './texts.js';

let id = decodeURIComponent(location.pathname.split('/').filter(Boolean).at(-1));
const announce = document.querySelector('[data-announce]');
const trouble = document.querySelector('[data-trouble]');
const watching = new AbortController();

function showPanel(name) {
  for (const panel of document.querySelectorAll('[data-panel]')) panel.hidden = panel.dataset.panel !== name;
}

/** Screen readers hear a change of state, not each percent. */
function say(words) {
  if (announce.textContent !== words) announce.textContent = words;
}

function onJob(job) {
  trouble.hidden = true;
  showInTab(job);
  if (!isFinal(job)) say(showLoading(job));
}

function onTrouble() {
  trouble.textContent = t('loading.trouble');
  trouble.hidden = false;
}

function showFailure(job) {
  const problem = new Problem(job.error ?? { code: 'INTERNAL' });
  const panel = document.querySelector('[data-panel="failed"]');
  panel.querySelector('[data-headline]').textContent = problem.headline;
  panel.querySelector('[data-detail]').textContent = problem.detail;
  panel.querySelector('[data-advice]').textContent = problem.advice;
  panel.querySelector('[data-code]').textContent = problem.code;
  panel.querySelector('[data-again]').href = againUrl(job);
  showPanel('failed');
  say(`${problem.headline} ${problem.advice}`);
}

function showEnd(job) {
  if (job === null) {
    showTitle(t('gone.short'));
    showPanel('gone');
  } else if (job.state === 'DONE') {
    showPanel('done');
    showDone(job);
    say(t('result.ready'));
  } else if (job.state === 'FAILED') showFailure(job);
  else showPanel('cancelled');
}

async function erase() {
  try {
    await deleteJob(id);
    await forgetPicture(id);
    watching.abort();
    showTitle(t('cancelled.short'));
    showPanel('cancelled');
    say(t('cancelled.title'));
  } catch (problem) {
    trouble.textContent = `${t('erase.failed')} ${problem.advice}`;
    trouble.hidden = false;
  }
}

document.querySelector('[data-cancel]').addEventListener('click', erase);
document.querySelector('[data-delete]').addEventListener('click', () => {
  if (window.confirm(t('result.deleteSure'))) erase();
});

const watch = () => watchJob(id, { onJob, onTrouble, signal: watching.signal });
let end = await watch();
if (end === null) {
  const job = await fetchJobOfImage(id).catch(() => null);
  if (job) {
    id = job.id;
    end = await watch();
  }
}
if (!watching.signal.aborted) showEnd(end);
