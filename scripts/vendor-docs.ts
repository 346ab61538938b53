/** Writes docs/vendors/<id>.md and resources/schemas/ from the tables of the vendor folders, of the REST API, and the contract. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Certainty, Source } from '../src/shared/contract/index.ts';
import { RestCall } from '../src/shared/contract/rest.ts';
import { sayPhrase } from '../src/shared/kit/text.ts';
import { imTexts, restSchema } from '../src/main/im/index.ts';
import { printSchema } from '../src/main/presets/index.ts';
import { vendors } from '../src/main/vendors/index.ts';
import { fieldUse } from './field-use.ts';
import type { Vendor, VendorError } from '../src/main/vendors/vendor.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Text inside a table cell: a pipe would end it. */
const cell = (text: string): string => text.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ');
const linked = ({ title, url }: Source): string => (url === undefined ? title : `[${title}](${url})`);

/** Documented and measured statements are verified; what developers report and what we guess is not. */
const verified: Readonly<Record<Certainty, string>> = {
  documented: 'yes, documented',
  measured: 'yes, measured',
  reported: 'no, reported by developers',
  guess: 'no, a guess',
};

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const decided: Readonly<Record<VendorError['decidedBy'], string>> = {
  request: 'the gateway answers it by the request alone',
  state: 'the gateway answers it by what the workspace holds',
  history: 'the gateway answers it by what happened on the connection',
  fault: 'never by itself, only as a fault',
};
const retries: Readonly<Record<VendorError['retry'], string>> = {
  never: 'the same request is not worth sending again',
  later: 'the same request may succeed later',
  'after-fix': 'send again after mending it',
};

const errorRows = (vendor: Vendor): string[][] =>
  vendor.errors.map((error) => {
    const explained = vendor.explain(error.code, error.status);
    const meaning = explained ? sayPhrase(vendor.texts.en, explained.meaning) : '';
    return [
      `\`${error.code}\``,
      error.status === null ? 'several' : String(error.status),
      meaning,
      `${decided[error.decidedBy]}; ${retries[error.retry]}`,
      linked(error.source),
      error.source.checked,
      verified[error.certainty],
    ];
  });

const fieldSection = (vendor: Vendor): string => {
  if (!vendor.fields) return '';
  const rows = vendor.fields.map((field) => [
    `\`${field.name}\``,
    field.takes,
    field.since ?? '',
    fieldUse(vendor, field),
    linked(field.source),
    field.source.checked,
    verified[field.certainty],
  ]);
  return `
## Fields

What a field takes, and what Pushscope does with it. Names in code style after «Problems» are the codes the composer reports; those after
«gateway» are what the gateway answers, with its first settings, to values that are missing, too long, or of another kind.

${table(['Field', 'Takes', 'Since', 'Our behaviour', 'Source', 'Checked', 'Verified'], rows)}
`;
};

/** The page about one vendor. */
export const vendorPage = (vendor: Vendor): string => {
  const limits = vendor.limits.map((limit) => [
    limit.scope,
    `${limit.value} ${limit.unit}`,
    linked(limit.source),
    limit.source.checked,
    verified[limit.certainty],
  ]);
  return `# ${vendor.label}: what Pushscope does, and where that is written

Written by \`npm run vendor-docs\` from the tables in \`src/main/vendors/${vendor.id}\`; a test compares this page with them. «Verified»
says how sure we are: documented by the vendor, measured by us or a public project, reported by developers, or a guess.
${fieldSection(vendor)}
## Limits

${table(['What', 'Limit', 'Source', 'Checked', 'Verified'], limits)}

## Reasons

${table(['Reason', 'Status', 'Meaning', 'Our behaviour', 'Source', 'Checked', 'Verified'], errorRows(vendor))}
`;
};

/** Schema files for others, by their path in the repository. */
const schemaFiles = (vendor: Vendor): [string, string][] => {
  return (['en', 'zh-CN'] as const).flatMap((locale): [string, string][] => {
    const made = vendor.payload.schema?.((phrase) => sayPhrase(vendor.texts[locale], phrase));
    if (!made) return [];
    const name = locale === 'en' ? `${vendor.id}-payload` : `${vendor.id}-payload.${locale}`;
    // Two files, two names: a reader that has both loaded must not take one for the other.
    const own = locale === 'en' ? made : { ...made, $id: `${made.$id ?? ''}:${locale}` };
    return [[`resources/schemas/${name}.schema.json`, `${JSON.stringify(own, null, 2)}\n`]];
  });
};

/** The request bodies of the IM REST API, by their path in the repository. */
const restSchemaFiles = (): [string, string][] =>
  RestCall.options.flatMap((call) =>
    (['en', 'zh-CN', 'ja', 'ko'] as const).map((locale): [string, string] => {
      const made = restSchema(call, (phrase) => sayPhrase(imTexts[locale], phrase));
      const isEnglish = locale === 'en';
      const own = isEnglish ? made : { ...made, $id: `${made.$id ?? ''}:${locale}` };
      const name = isEnglish ? `im-${call}` : `im-${call}.${locale}`;
      return [`resources/schemas/${name}.schema.json`, `${JSON.stringify(own, null, 2)}\n`];
    }),
  );

/** Every generated file: its path in the repository and its content. */
export const generated = (): ReadonlyMap<string, string> =>
  new Map([
    ...vendors.flatMap((vendor): [string, string][] => [
      [`docs/vendors/${vendor.id}.md`, vendorPage(vendor)],
      ...schemaFiles(vendor),
    ]),
    ...restSchemaFiles(),
    ['resources/schemas/preset.schema.json', printSchema()],
  ]);

if (process.argv[1] === import.meta.filename) {
  for (const [file, content] of generated()) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  }
}
