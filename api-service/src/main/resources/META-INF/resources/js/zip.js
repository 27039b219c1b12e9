/**
 * Makes one ZIP of many pictures. They are stored as they are, since pictures do not get smaller, and each is read
 * as a stream: the browser holds what it downloads where it holds downloads, on disk when it is much.
 */
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UTF8_NAMES = 0x0800;
const VERSION = 20;
/** 1 January 1980, the first day that ZIP knows: equal pictures make equal files. */
const DAY = 0x21;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/**
 * @param files `{name, blob}` each, names all different
 * @returns {Promise<Blob>}
 */
export async function zip(files) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const { name, blob } of files) {
    const bytes = new TextEncoder().encode(name);
    const entry = entryOf(await crcOf(blob), blob.size, bytes.length);
    const head = [u32(LOCAL), entry];
    parts.push(...head, bytes, blob);
    // Beside what both headers have: version, no comment, first disk, no attributes, place of the local header.
    directory.push(u32(CENTRAL), u16(VERSION), entry, u16(0), u16(0), u16(0), u32(0), u32(at), bytes);
    at += 4 + entry.length + bytes.length + blob.size;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = [u32(END), u16(0), u16(0), u16(files.length), u16(files.length), u32(size), u32(at), u16(0)];
  return new Blob([...parts, ...directory, ...end], { type: 'application/zip' });
}

function entryOf(crc, size, nameLength) {
  const fields = [u16(VERSION), u16(UTF8_NAMES), u16(0), u16(0), u16(DAY), u32(crc), u32(size), u32(size), u16(nameLength), u16(0)];
  return Uint8Array.from(fields.flatMap((field) => [...field]));
}

async function crcOf(blob) {
  let crc = 0xffffffff;
  const reader = blob.stream().getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    for (const byte of chunk.value) crc = TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}

function u16(value) {
  return Uint8Array.of(value & 0xff, value >>> 8);
}

function u32(value) {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24);
}
