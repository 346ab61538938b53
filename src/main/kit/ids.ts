/** Prefixes tell a reader of a log what an id is of. */
export const idPrefixes = {
  app: 'app',
  account: 'acc',
  group: 'grp',
  device: 'dev',
  rule: 'rul',
  credential: 'crd',
  exchange: 'ex',
  message: 'msg',
  notification: 'ntf',
  tap: 'tap',
  preview: 'pre',
} as const;
export type IdKind = keyof typeof idPrefixes;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Makes ids that sort by time: ten characters of milliseconds, then a counter so that ids of one millisecond keep their order, then
 * randomness from a UUID, drawn once per millisecond. `ex_01jd3k…`: 3 + 20 characters.
 */
export const createIds = (now: () => number, uuid: () => string): ((kind: IdKind) => string) => {
  let lastMs = 0;
  let inMs = 0;
  let time = '';
  let random = '';
  return (kind) => {
    const ms = Math.max(now(), lastMs);
    inMs = ms === lastMs ? inMs + 1 : 0;
    if (inMs === 0) {
      time = encode(ms, 10);
      random = encode(Number.parseInt(uuid().replaceAll('-', '').slice(0, 8), 16), 6);
    }
    lastMs = ms;
    return `${idPrefixes[kind]}_${time}${encode(inMs, 4)}${random}`;
  };
};

const encode = (value: number, length: number): string => {
  let rest = value;
  let text = '';
  for (let index = 0; index < length; index++) {
    text = (alphabet[rest % 32] ?? '0') + text;
    rest = Math.floor(rest / 32);
  }
  return text;
};
