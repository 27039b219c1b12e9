/** Saves the results of many jobs as ZIP files. */
import { Problem } from './problem.js';
import { zip } from './zip.js';

/** ZIP without its 64-bit extension ends at 4 GiB, and some programs at half of it. */
const LARGEST_ZIP = 2 ** 31 - 2 ** 20;

/**
 * @param jobs finished ones
 * @param onProgress called with how many are fetched
 */
export async function saveAll(jobs, onProgress) {
  const groups = grouped(jobs);
  const names = new Set();
  let fetched = 0;
  for (const [at, group] of groups.entries()) {
    const files = [];
    for (const job of group) {
      files.push({ name: unique(fileName(job), names), blob: await fetchResult(job) });
      onProgress((fetched += 1));
    }
    save(await zip(files), groups.length === 1 ? 'ai-upscale.zip' : `ai-upscale-${at + 1}.zip`);
  }
}

function grouped(jobs) {
  const groups = [[]];
  let size = 0;
  for (const job of jobs) {
    if (size > 0 && size + job.result.bytes > LARGEST_ZIP) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1).push(job);
    size += job.result.bytes;
  }
  return groups;
}

async function fetchResult({ links }) {
  const response = await fetch(links.result).catch(() => {
    throw new Problem({ code: 'CONNECTION_LOST' });
  });
  if (!response.ok) throw Problem.fromAnswer(response.status, await response.text(), response.headers.get('Retry-After'));
  return response.blob();
}

/** As the server names the download. */
function fileName({ uploadName, scale, result }) {
  const stem = uploadName.replace(/(.)\.[^.]*$/, '$1');
  return `${stem}-${scale}x.${result.format === 'jpeg' ? 'jpg' : result.format}`;
}

function unique(name, names) {
  let free = name;
  for (let n = 2; names.has(free.toLowerCase()); n++) free = name.replace(/(\.[^.]*)$/, ` (${n})$1`);
  names.add(free.toLowerCase());
  return free;
}

function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
