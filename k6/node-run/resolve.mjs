// Gives the stand-ins beside this file to whoever imports k6's modules, which Node does not have,
// and lets it read the scripts as the modules that they are.
const STAND_INS = {
  k6: './k6.mjs',
  'k6/http': './http.mjs',
  'k6/metrics': './metrics.mjs',
  'k6/data': './data.mjs',
};

export async function resolve(specifier, context, next) {
  if (specifier in STAND_INS) {
    return { url: new URL(STAND_INS[specifier], import.meta.url).href, shortCircuit: true };
  }
  if (specifier.startsWith('k6')) {
    throw new Error(`${specifier} has no stand-in in k6/node-run`);
  }
  const found = await next(specifier, context);
  return found.url.endsWith('.js') ? { ...found, format: 'module' } : found;
}
