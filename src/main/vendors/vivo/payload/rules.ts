import { shorten } from '../../kit/cut-text.ts';
import { advice, type CodeOnly, type Finding, mistake } from '../../kit/findings.ts';
import { isObject, jsonType, pathMember, type Json, type JsonObject } from '../../kit/json.ts';
import { vivoLimits } from '../limits.ts';
import { categories, classOf } from './classes.ts';
import { textOf } from './read.ts';

/** Which of vivo's questions a finding answers, in the order the gateway asks them. */
export type Rule =
  | 'app'
  | 'target'
  | 'notify-type'
  | 'title'
  | 'content'
  | 'time-to-live'
  | 'skip-type'
  | 'skip-content'
  | 'network-type'
  | 'custom-map'
  | 'request-id'
  | 'class'
  | 'category'
  | 'push-mode'
  | 'plain-text';
/** What a body is for: one phone, a list stored first, everybody, or tags. */
export type BodyKind = 'single' | 'list' | 'all' | 'tag';
/** A finding of this vendor. */
export type VivoFinding = Finding<Rule, CodeOnly>;

const isAbsent = (value: Json | undefined): value is undefined | null => value === undefined || value === null;
const isInt = (value: Json | undefined, min: number, max: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
const shown = (value: Json | undefined): string =>
  value === undefined ? jsonType(value) : shorten(JSON.stringify(value), 40);

const unconfirmed = { certainty: 'guess' } as const;

const checkTarget = (body: JsonObject): VivoFinding[] => {
  const [regId, alias] = [textOf(body, 'regId'), textOf(body, 'alias')];
  if (regId === '' && alias === '') return [mistake('target', '10050', 'no-target', '$', { hasFix: true })];
  if (regId !== '' && alias !== '') return [advice('warning', 'both-targets', '$.alias')];
  const max = vivoLimits.alias.value;
  return alias.length > max
    ? [advice('warning', 'alias-long', '$.alias', { params: { length: alias.length, max } })]
    : [];
};

/** Choices of whole numbers, each with the code vivo answers with. `required` false: may be absent. */
const choices = [
  {
    rule: 'notify-type',
    code: '10054',
    field: 'notifyType',
    values: [1, 2, 3, 4],
    required: true,
    certainty: 'documented',
  },
  { rule: 'skip-type', code: '10060', field: 'skipType', values: [1, 2, 3, 4], required: true, certainty: 'guess' },
  { rule: 'network-type', code: '10064', field: 'networkType', values: [-1, 1], required: false, certainty: 'guess' },
  { rule: 'class', code: '10051', field: 'classification', values: [0, 1], required: false, certainty: 'guess' },
  { rule: 'push-mode', code: '10084', field: 'pushMode', values: [0, 1], required: false, certainty: 'guess' },
] as const;

const checkChoice = (
  body: JsonObject,
  { rule, code, field, values, required, certainty }: (typeof choices)[number],
): VivoFinding[] => {
  const value = body[field];
  if (isAbsent(value) ? !required : values.some((one) => one === value)) return [];
  const params = { field, value: shown(value), choices: values.join(', ') };
  return [mistake(rule, code, isAbsent(value) ? 'missing' : 'not-a-choice', `$.${field}`, { params, certainty })];
};

/** Title and content: there, and short enough. Their empty and long codes differ. */
const checkText = (body: JsonObject, field: 'title' | 'content'): VivoFinding[] => {
  const [empty, long] = field === 'title' ? ['10055', '10056'] : ['10057', '10058'];
  const certainty = field === 'title' ? 'documented' : 'guess';
  const text = textOf(body, field);
  const max = vivoLimits[field].value;
  if (text === '') return [mistake(field, empty ?? '', `${field}-empty`, `$.${field}`, { hasFix: true, certainty })];
  if (text.length <= max) return [];
  const params = { length: text.length, max };
  return [mistake(field, long ?? '', `${field}-long`, `$.${field}`, { params, certainty })];
};

const checkTtl = (body: JsonObject, kind: BodyKind): VivoFinding[] => {
  const value = body['timeToLive'];
  const min = (kind === 'single' ? vivoLimits.minTtl : vivoLimits.minListTtl).value;
  const max = vivoLimits.ttl.value;
  if (isAbsent(value) || isInt(value, min, max)) return [];
  const params = { value: shown(value), min, max };
  return [mistake('time-to-live', '10059', 'ttl-range', '$.timeToLive', { params, hasFix: true, ...unconfirmed })];
};

const checkSkipContent = (body: JsonObject): VivoFinding[] => {
  const type = body['skipType'];
  const text = textOf(body, 'skipContent');
  const max = vivoLimits.skipContent.value;
  const at = '$.skipContent';
  if (text.length > max) {
    const params = { length: text.length, max };
    return [mistake('skip-content', '10062', 'skip-content-long', at, { params, ...unconfirmed })];
  }
  if (type !== 2 && type !== 3 && type !== 4) return [];
  if (text === '') {
    return [
      mistake('skip-content', '10062', 'skip-content-empty', at, {
        params: { type },
        hasFix: true,
        ...unconfirmed,
      }),
    ];
  }
  if (type === 2 && !/^https?:\/\/[^\s/]+/i.test(text)) return [advice('warning', 'link-not-web', at)];
  if (type === 4 && !/^[a-z][a-z0-9+.-]*:/i.test(text))
    return [advice('warning', 'page-not-intent', at, { hasFix: true })];
  return [];
};

const checkMap = (body: JsonObject): VivoFinding[] => {
  const map = body['clientCustomMap'];
  if (isAbsent(map)) return [];
  const at = '$.clientCustomMap';
  if (!isObject(map)) {
    return [
      mistake('custom-map', '10065', 'map-not-object', at, {
        params: { found: jsonType(map) },
        ...unconfirmed,
      }),
    ];
  }
  const wrong = Object.entries(map).flatMap(([key, value]) =>
    typeof value === 'string'
      ? []
      : [
          advice('warning', 'map-value', pathMember(at, key), {
            params: { key: shorten(key, 40), found: jsonType(value) },
          }),
        ],
  );
  const used = mapLength(map);
  const max = vivoLimits.customMap.value;
  const long = { params: { length: used, max }, hasFix: true, ...unconfirmed };
  return used > max ? [mistake('custom-map', '10065', 'map-long', at, long), ...wrong] : wrong;
};

/** Keys and values together, in UTF-16 units. */
export const mapLength = (map: JsonObject): number =>
  Object.entries(map).reduce(
    (sum, [key, value]) => sum + key.length + (typeof value === 'string' ? value : JSON.stringify(value)).length,
    0,
  );

const checkRequestId = (body: JsonObject): VivoFinding[] => {
  const text = textOf(body, 'requestId');
  const max = vivoLimits.requestId.value;
  const at = '$.requestId';
  if (text === '') return [mistake('request-id', '10066', 'request-id-missing', at, { hasFix: true, ...unconfirmed })];
  if (text.length <= max) return [];
  return [
    mistake('request-id', '10067', 'request-id-long', at, {
      params: { length: text.length, max },
      ...unconfirmed,
    }),
  ];
};

const checkCategory = (body: JsonObject): VivoFinding[] => {
  const value = body['category'];
  if (isAbsent(value) || value === '') {
    return classOf(body) === 0 ? [advice('warning', 'operation', '$.classification', { hasFix: true })] : [];
  }
  const at = '$.category';
  const name = typeof value === 'string' ? value : shown(value);
  const params = { category: shorten(name, 40) };
  if (name !== name.toUpperCase()) {
    const upper = { params: { ...params, upper: shorten(name.toUpperCase(), 40) }, hasFix: true };
    return [mistake('category', '10096', 'category-case', at, upper)];
  }
  const known = categories[name];
  if (typeof value !== 'string' || !known) {
    return [
      mistake('category', '10096', 'category-unknown', at, {
        params,
        severity: 'warning',
        certainty: 'guess',
      }),
    ];
  }
  const given = body['classification'];
  const clash = (given === 0 || given === 1) && given !== known.of;
  const pair = {
    params: { ...params, given: Number(given), wanted: known.of },
    hasFix: true,
    certainty: known.certainty,
  };
  if (clash) return [mistake('category', '10097', 'category-pair', at, pair)];
  return known.of === 0 ? [advice('warning', 'operation', at, { hasFix: true })] : [];
};

/** Formal messages must read like a message. Only seen in a public client, so only the strict gateway refuses. */
const checkPlainText = (body: JsonObject): VivoFinding[] => {
  const text = textOf(body, 'content');
  if (text === '' || body['pushMode'] === 1) return [];
  const doubtful = { severity: 'warning', certainty: 'reported', hasFix: true } as const;
  if (/测试|\btest(?:ing)?\b/i.test(text))
    return [mistake('plain-text', '10104', 'text-like-test', '$.content', doubtful)];
  if (/^[\u0021-\u007e\s\p{P}\p{S}]+$/u.test(text))
    return [mistake('plain-text', '10104', 'text-plain', '$.content', doubtful)];
  return [];
};

/** All rules with a code of vivo's, in the gateway's order. `body` is for one phone or for a list that is stored first. */
export const checkRules = (body: JsonObject, kind: BodyKind): VivoFinding[] => {
  const [notify, skip, network, klass, mode] = choices;
  return [
    ...(kind === 'single' ? checkTarget(body) : []),
    ...checkChoice(body, notify),
    ...checkText(body, 'title'),
    ...checkText(body, 'content'),
    ...checkTtl(body, kind),
    ...checkChoice(body, skip),
    ...checkSkipContent(body),
    ...checkChoice(body, network),
    ...checkMap(body),
    ...checkRequestId(body),
    ...checkChoice(body, klass),
    ...checkCategory(body),
    ...checkChoice(body, mode),
    ...checkPlainText(body),
  ];
};
