// How Terraform's modules are put together, which the provider's schema does not know: node terraform-modules.cjs DIR
// (needs @cdktf/hcl2json). Finds arguments that a module has no variable for, variables without default that are
// not given, and outputs that are asked for and not there.
const fs = require('fs');
const path = require('path');
const { parse } = require('@cdktf/hcl2json');

const OF_CALLS = new Set(['source', 'version', 'count', 'for_each', 'providers', 'depends_on']);

async function main(root) {
  const modules = new Map();
  for (const folder of folders(root)) {
    const module = await read(folder);
    if (module.files > 0) {
      modules.set(folder, module);
    }
  }
  const problems = [...modules].flatMap(([folder, module]) => problemsOf(folder, module, modules));
  problems.forEach((problem) => console.log(problem));
  const calls = [...modules.values()].reduce((sum, { calls: own }) => sum + own.length, 0);
  console.log(`${modules.size} modules, ${calls} calls, ${problems.length} problems`);
  process.exit(problems.length === 0 && calls > 0 ? 0 : 1);
}

function folders(folder) {
  const inner = fs.readdirSync(folder, { withFileTypes: true });
  return [folder, ...inner.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .flatMap((entry) => folders(path.join(folder, entry.name)))];
}

async function read(folder) {
  const module = { files: 0, variables: new Map(), outputs: new Set(), calls: [], text: '' };
  for (const name of fs.readdirSync(folder).filter((file) => file.endsWith('.tf'))) {
    const text = fs.readFileSync(path.join(folder, name), 'utf8');
    const parsed = await parse(name, text);
    module.files += 1;
    module.text += text;
    Object.entries(parsed.variable ?? {}).forEach(([variable, [body]]) => module.variables.set(variable, 'default' in body));
    Object.keys(parsed.output ?? {}).forEach((output) => module.outputs.add(output));
    Object.entries(parsed.module ?? {}).forEach(([call, [body]]) => module.calls.push({ call, body }));
  }
  return module;
}

function problemsOf(folder, module, modules) {
  return module.calls.flatMap(({ call, body }) => {
    const called = modules.get(path.join(folder, body.source));
    if (called === undefined) {
      return [`${folder}: module ${call} has no source ${body.source}`];
    }
    const given = Object.keys(body).filter((argument) => !OF_CALLS.has(argument));
    const asked = new Set([...module.text.matchAll(new RegExp(`module\\.${call}(?:\\[[^\\]]*\\])?\\.(\\w+)`, 'g'))].map(([, output]) => output));
    return [
      ...given.filter((argument) => !called.variables.has(argument)).map((argument) => `${folder}: module ${call} has no variable ${argument}`),
      ...[...called.variables].filter(([variable, optional]) => !optional && !given.includes(variable)).map(([variable]) => `${folder}: module ${call} needs ${variable}`),
      ...[...asked].filter((output) => !called.outputs.has(output)).map((output) => `${folder}: module ${call} has no output ${output}`),
    ];
  });
}

main(process.argv[2]);
