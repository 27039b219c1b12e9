/** Looks at a chosen file before it is sent: is it a picture, how large, and within the limits? */
import { Problem } from './problem.js';
import { bytes, pixels } from './words.js';

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
  if (file.size > limits.bytes) {
    return new Problem({ code: 'IMAGE_TOO_LARGE', detail: `It has ${bytes(file.size)}; ${bytes(limits.bytes)} are allowed.` });
  }
  const head = new Uint8Array(await file.slice(0, 12).arrayBuffer());
  if (isPicture(head)) return null;
  return new Problem({ code: 'UNSUPPORTED_MEDIA_TYPE', detail: 'Its content is something else, whatever its name says.' });
}

/** @returns {Problem|null} why a picture of this size cannot be enlarged */
export function sizeRefusal({ width, height }, limits) {
  if (width * height <= limits.pixels) return null;
  const megapixels = Math.ceil((width * height) / 1e6);
  return new Problem({ code: 'IMAGE_TOO_LARGE', detail: `It has ${megapixels} megapixels (${pixels(width, height)}); ${Math.floor(limits.pixels / 1e6)} are allowed.` });
}

function isPicture(head) {
  return SIGNATURES.some((signature) => signature.every((byte, at) => head[at] === byte)) || isWebp(head);
}

function isWebp(head) {
  const text = String.fromCharCode(...head);
  return text.startsWith('RIFF') && text.endsWith('WEBP');
}
