/** Small pictures of chosen files, made in the browser. */
const EDGE = 320;

/**
 * @returns {Promise<{width: number, height: number, thumbnail: Blob}|null>} the picture's size upright and a small
 *     JPEG of it; null for a kind that browsers cannot read
 */
export async function lookAt(file) {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    return { width, height, thumbnail: await small(image, width, height) };
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

async function small(image, width, height) {
  const scale = Math.min(1, EDGE / Math.min(width, height), (4 * EDGE) / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8));
}
