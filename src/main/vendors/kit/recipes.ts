import type { Recipe } from '../../../shared/contract/index.ts';
import type { RecipePlace } from '../vendor.ts';

export type { RecipePlace } from '../vendor.ts';

/** Address without TLS: the same port answers both. */
export const plainOrigin = ({ origin, port }: RecipePlace): string => `http://${new URL(origin).hostname}:${port}`;

/** A recipe from its text: lines that begin with `»` are the ones that differ from talking to the vendor. */
export const recipe = (
  id: string,
  library: string,
  testedVersion: string | null,
  language: string,
  text: readonly string[],
  start: Recipe['start'] = null,
): Recipe => ({
  id,
  library,
  testedVersion,
  language,
  code: text.map((line) => line.replace(/^» ?/, '')).join('\n'),
  changed: text.flatMap((line, index) => (line.startsWith('»') ? [index + 1] : [])),
  start,
});

/** Quotes a text for a POSIX shell. */
export const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** A text between single quotes, as JavaScript reads it. */
export const js = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

/** Values that a recipe needs, by their names in the environment. Null: the workspace has none, or it is a secret. */
export type Wanted = Readonly<Record<string, string | null | undefined>>;

const known = (wanted: Wanted): [string, string][] =>
  Object.entries(wanted).flatMap(([name, value]) => (typeof value === 'string' && value !== '' ? [[name, value]] : []));
const missing = (wanted: Wanted): string[] => {
  const have = new Set(known(wanted).map(([name]) => name));
  return Object.keys(wanted).filter((name) => !have.has(name));
};

/** File with the secrets of the demo's keys; null: the keys are not the demo's. */
const envFile = ({ sample }: RecipePlace): string | null =>
  sample.keyFolder === null ? null : `${sample.keyFolder}/keys.env`;

/** The beginning of a shell recipe: what the workspace has, and what the environment has to have. */
export const shellValues = (place: RecipePlace, wanted: Wanted): string[] => {
  const open = missing(wanted);
  const file = envFile(place);
  const secrets =
    file === null
      ? open.map((name) => `: "\${${name}:?has to be in the environment}"`)
      : open.length > 0
        ? [`» . ${quoted(file)} # ${open.join(', ')} of the demo’s keys`]
        : [];
  return [...secrets, ...known(wanted).map(([name, value]) => `${name}=${quoted(value)}`)];
};

/** The same for Node. */
export const nodeValues = (wanted: Wanted): string[] => {
  const open = missing(wanted);
  return [
    ...(open.length > 0 ? [`const { ${open.join(', ')} } = process.env;`] : []),
    ...known(wanted).map(([name, value]) => `const ${name} = ${js(value)};`),
  ];
};

/** The same for Python, which has to import `os`. */
export const pythonValues = (wanted: Wanted): string[] => [
  ...missing(wanted).map((name) => `${name} = os.environ["${name}"]`),
  ...known(wanted).map(([name, value]) => `${name} = ${JSON.stringify(value)}`),
];

/** A text of Go and Java: the value, or how the language reads its environment. */
export const textOr = (value: string | null | undefined, otherwise: string): string =>
  typeof value === 'string' && value !== '' ? JSON.stringify(value) : otherwise;

/** What a program of a recipe needs around it. `trusts`: it talks TLS; `secrets`: it reads some from its environment. */
export interface Needs {
  readonly trusts?: boolean;
  readonly secrets?: boolean;
}

/** How a Node program is started. */
export const startNode = (place: RecipePlace, { trusts = false, secrets = false }: Needs = {}): Recipe['start'] => {
  const file = secrets ? envFile(place) : null;
  const command = [
    ...(trusts ? [`NODE_EXTRA_CA_CERTS=${quoted(place.caPath)}`] : []),
    'node',
    ...(file === null ? [] : [`--env-file=${quoted(file)}`]),
    'send.mjs',
  ];
  return { file: 'send.mjs', command: command.join(' ') };
};

/** How a Python program is started. */
export const startPython = (place: RecipePlace, { secrets = false }: Needs = {}): Recipe['start'] => {
  const file = secrets ? envFile(place) : null;
  return {
    file: 'send.py',
    command: file === null ? 'python3 send.py' : `( set -a; . ${quoted(file)}; python3 send.py )`,
  };
};
