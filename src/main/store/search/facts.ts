import type { Device, ExchangeSummary, ExchangeMark, HeaderList } from '../../../shared/contract/index.ts';
import { fact, sizeClass } from '../../../shared/kit/filter/index.ts';
import type { Leaf } from './leaves.ts';

/** Every exchange has this one: what «all but these» begins with. */
export const everything = 'z=1';
/** Not all words of this exchange are in the index. */
export const incomplete = 'l=1';

const originFacts = ({ origin, kind, outcome, title, body }: ExchangeSummary): string[] => [
  fact('i', origin),
  fact('i', kind),
  ...(outcome === 'accepted' ? [] : ['i=error']),
  ...(kind === 'push' && title === '' && body === '' ? ['i=silent'] : []),
];

/** What the row of an exchange says. Kinds: v s o r d t m i b y z. */
export const summaryFacts = (row: ExchangeSummary): string[] => {
  const { status, reason, targets, messageId, vendorMessageId } = row;
  const reasons = [reason, ...targets.map((target) => target.reason)];
  return [
    everything,
    fact('v', row.vendor),
    ...(status === null ? ['s=none'] : [fact('s', String(status)), fact('s', `${Math.floor(status / 100)}xx`)]),
    fact('o', row.outcome),
    fact('b', String(sizeClass(row.requestBytes))),
    fact('y', String(Math.floor(sizeClass(row.requestBytes) / 16))),
    ...reasons.flatMap((one) => (one === null ? [] : [fact('r', one)])),
    ...targets.flatMap(({ token, deviceId }) => [
      fact('t', token),
      ...(deviceId === null ? [] : [fact('d', deviceId)]),
    ]),
    ...[messageId, vendorMessageId].flatMap((one) => (one === null ? [] : [fact('m', one)])),
    ...originFacts(row),
  ];
};
/** Kinds of facts that the row alone answers. */
export const summaryKinds: ReadonlySet<string> = new Set('vsordtmibyz');

/** Kinds of facts that the mark alone answers. */
export const markKinds: ReadonlySet<string> = new Set('cgj');

const imageName =
  /(^|[_.-])(image|imageurl|image[-_]url|img|imgurl|picture|pic|big_?pic(ture)?|large_?icon|xg_media_resources|noticeexpandimgurl|attachment(-?url)?|mutable-image)$/;
const badgeName = /badge/;
/** Where Tencent puts ext: a member of that name, OPPO's parameters of the tap, or an extra in the text of an intent. */
const isExt = (path: readonly string[], value: string): boolean =>
  value !== '' && (path.includes('ext') || path.includes('action_parameters') || /;S\.ext=[^;]/.test(value));
const identifierNames: ReadonlySet<string> = new Set([
  'restricted_package_name',
  'packagename',
  'package_name',
  'bundleid',
]);
const identifierHeaders: ReadonlySet<string> = new Set(['apns-topic']);

/** What the values of the request say: paths (k), what it has (h), which app it names (p). */
export const payloadFacts = (leaves: readonly Leaf[], headers: HeaderList): string[] => {
  const facts: string[] = [];
  for (const { path, value } of leaves) {
    if (path.length === 0) continue;
    for (let end = 1; end <= path.length; end += 1) facts.push(fact('k', path.slice(0, end).join('.')));
    const name = path.at(-1) ?? '';
    if (value !== '' && imageName.test(name)) facts.push('h=image');
    if (badgeName.test(path.join('.'))) facts.push('h=badge');
    if (isExt(path, value)) facts.push('h=ext');
    if (identifierNames.has(name)) facts.push(fact('p', value));
  }
  for (const [name, value] of headers) if (identifierHeaders.has(name.toLowerCase())) facts.push(fact('p', value));
  return facts;
};

/** What a person put on it: c g h j. */
export const markFacts = (mark: ExchangeMark | null): string[] =>
  mark === null
    ? []
    : [
        ...(mark.isPinned ? ['j=pinned'] : []),
        ...(mark.colour === null ? [] : [fact('c', mark.colour)]),
        ...(mark.note === '' ? [] : ['h=note']),
        ...(mark.tags.length === 0 ? [] : ['h=tag']),
        ...mark.tags.map((tag) => fact('g', tag)),
      ];

/** Whose phone it went to, as the workspace was when it was indexed: a u. */
export const ownerFacts = (device: Pick<Device, 'appId' | 'userId'>): string[] => [
  fact('a', device.appId),
  ...(device.userId === null ? [] : [fact('u', device.userId)]),
];
