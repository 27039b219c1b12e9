/** The words of the page, in the language that the server chose for it. */
export const language = document.documentElement.lang;

const texts = await load(language);
const plurals = new Intl.PluralRules(language);

/** @param values what goes into the text's places, such as `{count}` */
export function t(key, values = {}) {
  if (!(key in texts)) throw new Error(`no text ${key}`);
  return texts[key].replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

/** The text for this many things: `key.one` or `key.other`, with the count as `{count}`. */
export function counted(key, count, values = {}) {
  const form = plurals.select(count) === 'one' ? 'one' : 'other';
  return t(`${key}.${form}`, { count: count.toLocaleString(language), ...values });
}

async function load(tag) {
  const answer = await fetch(`/lang/${tag}.json`);
  if (!answer.ok) throw new Error(`the texts did not load: ${answer.status}`);
  return answer.json();
}
