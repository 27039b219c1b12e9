/** Looks at a chosen file before it is sent: is it a picture, how large, and within the limits? */
import { Problem } from './problem.js';
import { t } from './texts.js';
import { bytes, megapixels, pixels } from './words.js';

const SIGNATURES = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x49, 0x49, 0x2b, 0x00],
  [0x4d, 0x4d, 0x00, 0x2b],
];

/** @returns {Promise<Problem|null>} why the file cannot be sent, judged by its content alone */
export async function refusalOf(file, limits) {
  if (file.size === 0) return new Problem({ code: 'IMAGE_EMPTY' });
  if (file.size > limits.bytes) return tooLarge('check.bytes', { has: bytes(file.size), allowed: bytes(limits.bytes) });
  const head = new Uint8Array(await file.slice(0, 12).arrayBuffer());
  if (isPicture(head)) return null;
  return new Problem({ code: 'UNSUPPORTED_MEDIA_TYPE', detail: t('check.content') });
}

/** @returns {Problem|null} why a picture of this size cannot be enlarged by this scale */
export function sizeRefusal({ width, height }, scale, limits) {
  const has = width * height;
  if (has > limits.pixels) {
    return tooLarge('check.pixels', { has: megapixels(has), size: pixels(width, height), allowed: megapixels(limits.pixels) });
  }
  const made = has * scale * scale;
  if (made <= limits.resultPixels) return null;
  return tooLarge('check.resultPixels', { has: megapixels(made), size: pixels(width * scale, height * scale), allowed: megapixels(limits.resultPixels) });
}

function tooLarge(key, values) {
  return new Problem({ code: 'IMAGE_TOO_LARGE', detail: t(key, values) });
}

function isPicture(head) {
  return SIGNATURES.some((signature) => signature.every((byte, at) => head[at] === byte)) || isWebp(head);
}

function isWebp(head) {
  const text = String.fromCharCode(...head);
  return text.startsWith('RIFF') && text.endsWith('WEBP');
}
