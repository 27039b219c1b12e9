/** Puts the link or the picture itself on the clipboard. */
import { t } from './texts.js';

/** Clipboards take PNG, which has to be made of the whole picture: more pixels than these are a long wait. */
const MOST_COPIED_PIXELS = 24e6;

export function offerCopies(panel, { result, links }) {
  panel.querySelector('[data-copy]').addEventListener('click', copyLink);
  const button = panel.querySelector('[data-copy-image]');
  const able = Boolean(navigator.clipboard?.write && window.ClipboardItem);
  button.hidden = !able || result.width * result.height > MOST_COPIED_PIXELS;
  button.addEventListener('click', () => copyImage(button, links.result));
}

async function copyLink({ currentTarget: button }) {
  try {
    await navigator.clipboard.writeText(location.href);
    button.textContent = t('result.copied');
  } catch {
    // Only a secure page may write to the clipboard; elsewhere the link is shown to be copied by hand.
    window.prompt(t('result.link'), location.href);
  }
}

async function copyImage(button, url) {
  button.disabled = true;
  try {
    // A promise, since Safari allows the clipboard only in the very moment of the click.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(url) })]);
    button.textContent = t('result.copied');
  } catch {
    button.textContent = t('result.copyFailed');
  }
  button.disabled = false;
}

async function pngOf(url) {
  const blob = await (await fetch(url)).blob();
  if (blob.type === 'image/png') return blob;
  const bitmap = await createImageBitmap(blob);
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  bitmap.close();
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
