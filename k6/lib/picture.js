// Makes pictures to upload, so that no file has to travel with the scripts.

const HEADER_BYTES = 54;

/**
 * A 24 bit BMP: gradients with some noise. Another seed gives other pixels, hence another job.
 * Returns an ArrayBuffer.
 */
export function picture(side, seed) {
  const rowBytes = Math.ceil((side * 3) / 4) * 4;
  const buffer = new ArrayBuffer(HEADER_BYTES + rowBytes * side);
  writeHeader(new DataView(buffer), side, buffer.byteLength);
  const bytes = new Uint8Array(buffer);
  const random = noise(seed);
  for (let y = 0; y < side; y++) {
    let at = HEADER_BYTES + y * rowBytes;
    for (let x = 0; x < side; x++) {
      const grain = random() & 15;
      bytes[at++] = (x * 200) / side + grain;
      bytes[at++] = (y * 200) / side + grain;
      bytes[at++] = ((x + y) * 100) / side + grain;
    }
  }
  return buffer;
}

/** Differs for each iteration of each virtual user, and from one run to the next. */
export function freshSeed() {
  return (Date.now() ^ (__VU << 20) ^ (__ITER << 8)) >>> 0;
}

function writeHeader(view, side, length) {
  view.setUint16(0, 0x424d);
  view.setUint32(2, length, true);
  view.setUint32(10, HEADER_BYTES, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, side, true);
  view.setInt32(22, side, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 24, true);
  view.setUint32(34, length - HEADER_BYTES, true);
}

// Numerical Recipes' linear congruential generator; the high bits are the random ones.
function noise(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 16;
  };
}
