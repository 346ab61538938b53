/** Writes docs/im-rules.md from the engine's own gates, switches and tables. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { aMessage, anInput } from '../tests/support/im.ts';
import { aDevice, anAccount, anApp } from '../tests/support/workspace.ts';
import { errorCodes } from '../src/main/im/error-codes.ts';
import { faqTable } from './im-faq.ts';
import { rulesData } from '../src/main/im/rules-data.ts';
import { decide, imTexts } from '../src/main/im/index.ts';

const root = path.resolve(import.meta.dirname, '..');
const cell = (text: string | number): string => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

/** A push that sets every source of every field. */
const fullPush = {
  templateId: '1-1',
  title: 't',
  desc: 'd',
  ext: 'e',
  sound: 's',
  subtitle: 's',
  image: 'i',
  interruptionLevel: 'active' as const,
  androidChannelId: 'c',
  androidPriority: 'high' as const,
  badgeSetNum: 1,
  badgeAddNum: 1,
  multiLanguage: [{ language: 'en', title: 't', desc: 'd' }],
  apns: { title: 't', subtitle: 's', sound: 's', image: 'i', interruptionLevel: 'active' as const },
  android: {
    sound: 's',
    huawei: { channelId: 'c', category: 'k', importance: 'LOW', image: 'i' },
    fcm: { channelId: 'c', image: 'i', priority: 'high' },
  },
  harmony: { title: 't', sound: 's', category: 'k', image: 'i' },
};
const oldPlatform = { title: 't', desc: 'd', sound: 'legacy' };
const oldPush = { title: 't', desc: 'd', ext: 'e', ios: oldPlatform, android: oldPlatform };
const given = { channelId: 'c', category: 'k', importance: 'LOW', click: { kind: 'web' as const, url: 'u' } };
const app = anApp({
  pushTemplates: [{ id: '1-1', title: 'x', desc: 'x' }],
  console: { huawei: given },
});
/** Two orders as one: what only the second has stands before the next name that both have. */
const merged = (first: readonly string[], second: readonly string[]): string[] => {
  const result = [...first];
  for (const [index, name] of second.entries()) {
    if (result.includes(name)) continue;
    const next = second.slice(index + 1).find((later) => result.includes(later));
    result.splice(next === undefined ? result.length : result.indexOf(next), 0, name);
  }
  return result;
};

/** Every source of every field in the order of the engine's own traces, by field. */
const sourcesOf = (platform: 'ios' | 'android' | 'harmony', vendor: 'apns' | 'huawei' | 'fcm') => {
  const common = {
    device: aDevice({ platform, vendor, unreadBase: 1 }),
    recipient: anAccount({ globalSounds: { c2c: 'g', group: 'g' } }),
    app,
  };
  const custom = { kind: 'custom' as const, desc: 'd', ext: 'e', sound: 's' };
  const inputs = [
    anInput({ ...common, message: aMessage({ offlinePush: fullPush, legacyPush: oldPush }) }),
    // Without OfflinePushInfo the custom element has a say.
    anInput({ ...common, message: aMessage({ elements: [custom], legacyPush: oldPush }) }),
  ];
  const fields = new Map<string, string[]>();
  for (const { field, candidates } of inputs.flatMap((input) => decide(input).intent?.traces ?? [])) {
    const names = candidates.map((one) => one.from.replace('[en]', ''));
    fields.set(field, merged(fields.get(field) ?? [], names));
  }
  return fields;
};

const orders = (): string => {
  const ios = sourcesOf('ios', 'apns');
  const huawei = sourcesOf('android', 'huawei');
  const fcm = sourcesOf('android', 'fcm');
  const harmony = sourcesOf('harmony', 'huawei');
  const names = [...new Set([ios, huawei, fcm, harmony].flatMap((fields) => [...fields.keys()]))];
  const say = (fields: Map<string, string[]>, name: string): string => (fields.get(name) ?? []).join(' > ') || '–';
  return table(
    ['Field', 'iOS', 'Huawei on Android', 'FCM', 'HarmonyOS'],
    names.map((name) => [name, say(ios, name), say(huawei, name), say(fcm, name), say(harmony, name)]),
  );
};

type Rules = ReturnType<typeof rulesData>;
const sourceOf = ({ source }: Rules['gates'][number]): string =>
  source.url === undefined ? source.title : `[${source.title}](${source.url})`;

const gatesPart = (data: Rules): string => `# The rules of IM offline push

How Pushscope decides whether a chat message becomes a push, and what the push says. Written by \`npm run im-rules\` from the
engine’s own gates, switches and tables; a test fails when this page is stale. Words in braces are filled in by the decision.

## Gates

The first gate that fails decides. The order is our reading; each rule is Tencent’s. Predictions warn and never stop a push: the
vendor’s own answer does.

${table(
  ['No.', 'Gate', 'Kind', 'Certainty', 'Source'],
  data.gates.map((gate) => [
    gate.number,
    `${gate.title} (\`${gate.id}\`)`,
    gate.predicted ? 'prediction' : 'rule',
    gate.certainty,
    sourceOf(gate),
  ]),
)}

${data.gates
  .map(
    (gate) =>
      `### ${gate.number}. ${gate.title}\n\n${table(
        ['Name', 'What it says'],
        gate.sentences.map((one) => [`\`${one.name}\``, one.words]),
      )}`,
  )
  .join('\n\n')}
`;

const switchesPart = (data: Rules): string => `## Where the documents disagree

Each is a switch; the first reading is the default. A decision names the switches whose other reading would have changed it.

${table(
  ['Switch', 'Readings', 'Changes', 'Why', 'Documents'],
  data.switches.map((one) => [
    `${one.title} (\`${one.id}\`)`,
    one.readings.join(' / '),
    one.at === 'none' ? 'nothing that is decided here' : `\`${one.at}\``,
    one.conflict ? 'documents disagree' : 'no document says it',
    one.sources.join(', '),
  ]),
)}

## What wins over what

From the highest source to the lowest, as the engine tries them.

${orders()}

In groups the recipient’s sound is TIMOfflinePushSettings.groupSound. OfflinePushInfo, when there is one, silences Ext and Sound of a custom element. BadgeMode leaves the number alone when neither
BadgeSetNum nor BadgeAddNum is set.
`;

const tablesPart = (data: Rules): string => `## Words for elements without text

${table(
  ['Element', 'English', 'Chinese'],
  Object.entries(data.placeholders.en).map(([kind, text]) => [
    kind,
    text,
    data.placeholders.zh[kind as keyof typeof data.placeholders.zh],
  ]),
)}

Video and relay are our guess: no document has them.

## Cuts

Title and text in UTF-16 units. A longer text is cut and ends with \`...\`, which counts 3. APNs, FCM and TPNS count the whole payload.

${table(
  ['Vendor', 'Title', 'Text', 'Text with PushStyle 1'],
  data.textLimits.map(([vendor, limit]) => [
    vendor,
    limit?.title ?? '',
    limit?.content ?? '',
    limit?.longContent ?? limit?.content ?? '',
  ]),
)}

## Refused calls

${table(
  ['Name', 'C2C', 'Group', 'What it says'],
  data.refusals.map((one) => [`\`${one.name}\``, one.c2c, one.group, one.words]),
)}

## Error codes

What of the backend’s and the SDK’s codes a message or an event on a phone brings about here. Tests bring about every one that something answers.

${table(
  ['Codes', 'Meaning', 'Answered by'],
  errorCodes.map(({ codes, by, why }) => [
    codes.join(', ').replaceAll('-', '−'),
    imTexts.en[`im.code.${codes[0]}`] ?? '',
    by.length > 0 ? by.map((name) => `\`${name}\``).join(', ') : `nothing. ${imTexts.en[`im.code.why.${why}`]}`,
  ]),
)}

## Questions and answers

The rows of Tencent’s list of symptoms, and what has to be true of a decision for «Why?» to show them.

${table(['No.', 'Symptom', 'Shown when'], faqTable())}

## Notes and problems

${table(
  ['Id', 'What it says'],
  data.notes.map((one) => [`\`${one.id}\``, one.words]),
)}

## Numbers

${table(['What', 'Value'], Object.entries(data.numbers))}

${table(['Behaviour of the IM SDK', 'Since'], Object.entries(data.sdkSince))}

${table(['Vendor library', 'Lowest version in the legacy guide'], Object.entries(data.vendorSdkSince))}

${table(
  ['Platform', 'Vendors'],
  Object.entries(data.platforms).map(([platform, vendors]) => [platform, vendors.join(', ')]),
)}
`;

/** The whole page. */
export const rulesPage = (): string => {
  const data = rulesData();
  return [gatesPart(data), switchesPart(data), tablesPart(data)].join('\n');
};

if (process.argv[1] === import.meta.filename) {
  const page = path.join(root, 'docs/im-rules.md');
  // Laid out as the formatting check wants it: what this writes can be committed.
  writeFileSync(page, await format(rulesPage(), { ...(await resolveConfig(page)), filepath: page }));
}
