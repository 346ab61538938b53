import type { Draft, OptionField, Problem, Size } from '../../../../shared/contract/index.ts';
import { codePoints } from '../../kit/cut-text.ts';
import { advice, problemOf, unsendable, type Finding } from '../../kit/findings.ts';
import { readForm } from '../../kit/form.ts';
import { utf8Length } from '../../kit/text.ts';
import type { PayloadPart, ReadRequest, SendTarget, WireRequest } from '../../vendor.ts';
import { classOfChannel, type MessageClass } from '../channels.ts';
import { defaultApi, namesTokens, sendApiOf, sendApis, type SendApi } from '../hosts.ts';
import { xiaomiLimits } from '../limits.ts';
import { advisePush, adviseToken } from './advice.ts';
import { customExtras, splitList, tokensOf, type Push } from './fields.ts';
import { draftFromIntent, intentNotes } from './intent.ts';
import { readDraft } from './read.ts';
import { recognise } from './recognise.ts';
import * as rules from './rules.ts';
import { adviseTemplate, checkChannel, checkTemplateForm } from './template.ts';
import { jsonOfPush, pushOfForm, singleMessages } from './wire.ts';

const options: readonly OptionField[] = [
  {
    name: 'api',
    kind: 'select',
    choices: sendApis.map(({ path }) => path),
    placeholder: defaultApi,
    help: { id: 'xiaomi.option.api.help' },
  },
  {
    name: 'channelClass',
    kind: 'select',
    choices: ['private', 'public'],
    placeholder: '',
    help: { id: 'xiaomi.option.channelClass.help' },
  },
];

const example = JSON.stringify(
  {
    restricted_package_name: 'com.example.chat',
    pass_through: 0,
    title: 'Denny',
    description: 'Lunch at 12:30?',
    notify_type: -1,
    notify_id: 7,
    time_to_live: 86_400_000,
    extra: {
      channel_id: '100001',
      notify_effect: '2',
      intent_uri:
        'intent://com.example.chat/detail#Intent;scheme=pushscheme;launchFlags=0x4000000;component=com.example.chat/.MainActivity;end',
      ext: '{"entity":{"action":1,"chatType":1,"sender":"denny"}}',
    },
  },
  null,
  2,
);

/** The send path of a draft; null when its option names none of Xiaomi's. */
export const apiOf = (draft: Draft): SendApi | null => sendApiOf(draft.options['api']?.trim() || defaultApi);

/** The class a draft is to be looked at with: its option, else what the credential's lists say. */
export const classOf = (draft: Draft, push: Push, target: SendTarget | null): MessageClass | 'unknown' => {
  const channel = push.extra.get('channel_id');
  const told = draft.options['channelClass'];
  if (channel && (told === 'private' || told === 'public')) return told;
  return classOfChannel(target?.credential ?? null, channel);
};

/** The push of a draft with the phone's registration id put in where the draft names none. Null: it cannot be read. */
export const pushToSend = (draft: Draft, token: string): Push | null => {
  const { push } = readDraft(draft.payload);
  const api = apiOf(draft);
  if (!push || api?.target !== 'registration_id' || token === '' || tokensOf(push).length > 0) return push;
  return { ...push, top: new Map([['registration_id', token], ...push.top, ['registration_id', token]]) };
};

const checkNamedToken = (push: Push, target: SendTarget | null): Finding<never>[] => {
  const named = tokensOf(push);
  const found = named.flatMap((token) => adviseToken(token, '$.registration_id'));
  if (named.length === 0) return [advice('info', 'token-inserted', '$')];
  if (target && target.token !== '' && !named.includes(target.token)) {
    found.push(advice('warning', 'other-token', '$.registration_id', { hasFix: true }));
  }
  return found;
};

const checkPush = (draft: Draft, push: Push, api: SendApi, target: SendTarget | null): Finding<string>[] => {
  const messageClass = classOf(draft, push, target);
  const inserts = api.target === 'registration_id' && target?.token !== '' && tokensOf(push).length === 0;
  const whole = [
    ...(inserts ? [] : rules.checkTarget(push, api)),
    ...(api.target === 'registration_id' ? checkNamedToken(push, target) : []),
  ];
  if (api.target === 'messages') return whole;
  return [
    ...whole,
    ...rules.checkPackage(push, api),
    ...rules.checkPassThrough(push),
    ...rules.checkTexts(push),
    ...rules.checkNumbers(push, null),
    ...rules.checkExtra(push),
    ...rules.checkClick(push),
    ...rules.checkCallback(push),
    ...checkChannel(push, messageClass),
    ...checkTemplateForm(push),
    ...adviseTemplate(push, messageClass),
    ...advisePush(push, messageClass),
  ];
};

const noteSeverity = (note: string): 'warning' | 'info' => (/badge|filled/.test(note) ? 'info' : 'warning');

const checkOptions = (draft: Draft): Finding<never>[] => {
  const found: Finding<never>[] = [];
  if (apiOf(draft) === null) {
    found.push(unsendable('unknown-api', 'option:api', { params: { path: draft.options['api'] ?? '' } }));
  }
  const told = draft.options['notes'];
  if (told === undefined) return found;
  found.push(advice('info', 'modelled', '$', { certainty: 'guess' }));
  const names = told.split(',');
  for (const note of intentNotes) {
    if (names.includes(note)) found.push(advice(noteSeverity(note), note, 'option:notes'));
  }
  return found;
};

const sizesOf = (push: Push): Size[] => {
  const text = (field: 'title' | 'description'): Size[] => {
    const value = push.top.get(field) ?? '';
    const { value: limit } = xiaomiLimits[field];
    return [
      { id: `xiaomi.size.${field}`, used: codePoints(value), limit, unit: 'codepoints', certainty: 'documented' },
      { id: `xiaomi.size.${field}-units`, used: value.length, limit, unit: 'utf16', certainty: 'guess' },
    ];
  };
  const custom = customExtras(push).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  const payloadBytes = utf8Length(push.top.get('payload') ?? '');
  return [
    ...text('title'),
    ...text('description'),
    {
      id: 'xiaomi.size.extra',
      used: custom,
      limit: xiaomiLimits.extraChars.value,
      unit: 'utf16',
      certainty: 'documented',
    },
    {
      id: 'xiaomi.size.payload',
      used: payloadBytes,
      limit: xiaomiLimits.payload.value,
      unit: 'bytes',
      certainty: 'guess',
    },
  ];
};

const check = (draft: Draft, target: SendTarget | null): { problems: Problem[]; sizes: Size[] } => {
  const { push, findings } = readDraft(draft.payload);
  const api = apiOf(draft);
  const found = [...findings, ...(push && api ? checkPush(draft, push, api, target) : []), ...checkOptions(draft)];
  return { problems: found.map(problemOf('xiaomi')), sizes: push ? sizesOf(push) : [] };
};

const fromRequest = (request: WireRequest): ReadRequest | null => {
  const api = sendApiOf(request.path);
  const pairs = readForm(request.body);
  if (!api || pairs === null) return null;
  const { push, payloadEncoding } = pushOfForm(pairs);
  const messages = api.target === 'messages' ? (singleMessages(push.top.get('messages') ?? '') ?? []) : [];
  const shown = messages[0]?.push ?? push;
  const packageName = splitList(
    (push.top.get('restricted_package_name') ?? shown.top.get('restricted_package_name')) || '',
  )[0];
  return {
    draft: {
      payload: JSON.stringify(jsonOfPush(push)),
      options: {
        ...(api.path === defaultApi ? {} : { api: api.path }),
        ...(payloadEncoding === 'once' ? { payloadEncoding } : {}),
      },
    },
    tokens: !namesTokens(api) ? [] : api.target === 'messages' ? messages.map(({ target }) => target) : tokensOf(push),
    ...(packageName === undefined ? {} : { appIdentifier: packageName }),
    title: shown.top.get('title') ?? '',
    body: shown.top.get('description') ?? '',
  };
};

/** Drafts: made, checked, read back and recognised. The payload of a draft is the form's fields as JSON. */
export const payload: PayloadPart = { options, example, fromIntent: draftFromIntent, check, fromRequest, recognise };
