import type { Draft, OptionField, Problem, Size } from '../../../../shared/contract/index.ts';
import { codePoints, shorten } from '../../kit/cut-text.ts';
import { advice, problemOf, refused, unsendable, type Finding } from '../../kit/findings.ts';
import { readForm } from '../../kit/form.ts';
import { isObject, jsonType, type JsonObject } from '../../kit/json.ts';
import { parseShallow } from '../../kit/shallow.ts';
import type { PayloadPart, ReadRequest, SendTarget, WireRequest } from '../../vendor.ts';
import { classOf } from '../categories.ts';
import { sendKindOf, sendPaths, type SendKind } from '../hosts.ts';
import { oppoLimits } from '../limits.ts';
import { adviseMessageNames, adviseNames, adviseNotification, adviseRegion } from './advice.ts';
import { messageOf, notificationFields, textOf, type Message } from './fields.ts';
import { draftFromIntent, intentNotes } from './intent.ts';
import { recognise } from './recognise.ts';
import * as rules from './rules.ts';
import { adviseTemplate } from './template.ts';
import { batchOf, formOfDraft, payloadOfForm, tokensOf } from './wire.ts';

const options: readonly OptionField[] = [
  {
    name: 'api',
    kind: 'select',
    choices: Object.values(sendPaths),
    placeholder: sendPaths.unicast,
    help: { id: 'oppo.option.api.help' },
  },
];

const example = JSON.stringify(
  {
    target_type: 2,
    verify_registration_id: false,
    notification: {
      title: 'Denny',
      content: 'Lunch at 12:30?',
      channel_id: 'tuikit',
      category: 'IM',
      notify_level: 2,
      private_msg_template_id: '1',
      private_title_parameters: '{"sender":"Denny"}',
      private_content_parameters: '{"text":"Lunch at 12:30?"}',
      click_action_type: 4,
      click_action_activity: 'com.example.chat.MainActivity',
      action_parameters: '{"entity":{"action":1,"chatType":1,"sender":"denny"}}',
      off_line: true,
      off_line_ttl: 86_400,
    },
  },
  null,
  2,
);

/** What a draft's path takes; null when its option names none of OPPO's. */
export const kindOf = (draft: Draft): SendKind | null => sendKindOf(draft.options['api']?.trim() || sendPaths.unicast);

/** Rules of a notification for a single phone, in the gateway's order. */
export const checkNotification = (
  n: JsonObject,
  isSingle: boolean,
  base?: string,
): Finding<rules.PayloadQuestion>[] => [
  ...rules.checkTexts(n, base),
  ...rules.checkClick(n, base),
  ...rules.checkParameters(n, base),
  ...rules.checkTimes(n, base),
  ...rules.checkCategory(n, base),
  ...rules.checkTemplateForm(n, base),
  ...rules.checkPictures(n, isSingle, base),
];

/** A message without notification has nothing to show. */
export const noNotification = (path: string): Finding<rules.PayloadQuestion> =>
  refused('texts', 'no-notification', path, rules.missingArguments(), { hasFix: true });

const checkMessage = (written: JsonObject, message: Message, target: SendTarget | null): Finding<string>[] => {
  const named = textOf(message.fields, 'target_value');
  const inserts = !named && target?.token !== '';
  const token = named ?? target?.token ?? '';
  const found: Finding<string>[] = inserts ? [advice('info', 'token-inserted', '$')] : [...rules.checkTarget(message)];
  if (named && target && target.token !== '' && target.token !== named) {
    found.push(advice('warning', 'other-token', '$.target_value', { hasFix: true }));
  }
  found.push(...adviseRegion(token, '$.target_value'), ...adviseMessageNames(written));
  const { notification } = message;
  if (!notification) return [...found, noNotification('$.notification')];
  return [
    ...found,
    ...checkNotification(notification, true),
    ...adviseTemplate(notification, classOf(notification, target?.credential ?? null)),
    ...adviseNotification(notification),
  ];
};

const checkBatch = (payload: string): Finding<string>[] => {
  const messages = batchOf(payload) ?? [];
  const max = oppoLimits.batch.value;
  const many =
    messages.length > max
      ? [
          refused('target', 'too-many-messages', '$', rules.invalidArguments(), {
            params: { count: messages.length, max },
          }),
        ]
      : [];
  return [
    ...many,
    ...messages.slice(0, max).flatMap((message, index): Finding<string>[] => {
      const at = { message: `$[${index}]`, notification: `$[${index}].notification` };
      if (!message) return [unsendable('not-object', at.message, { params: { found: 'other' } })];
      return [
        ...rules.checkTarget(message, at),
        ...(message.notification
          ? checkNotification(message.notification, true, at.notification)
          : [noNotification(at.notification)]),
      ];
    }),
  ];
};

const noteSeverity = (note: string): 'warning' | 'info' => (/badge|filled/.test(note) ? 'info' : 'warning');

const checkOptions = (draft: Draft): Finding<never>[] => {
  const told = draft.options['notes'];
  if (told === undefined) return [];
  const names = told.split(',');
  return [
    advice('info', 'modelled', '$', { certainty: 'guess' }),
    ...intentNotes
      .filter((note) => names.includes(note))
      .map((note) => advice(noteSeverity(note), note, 'option:notes')),
  ];
};

const sizesOf = (n: JsonObject | null): Size[] => {
  if (!n) return [];
  const size = (id: string, field: string, limit: number): Size => ({
    id: `oppo.size.${id}`,
    used: codePoints(textOf(n, field) ?? ''),
    limit,
    unit: 'codepoints',
    certainty: 'documented',
  });
  return [
    size('title', 'title', oppoLimits.title.value),
    size('content', 'content', rules.contentLimit(n)),
    size('parameters', 'action_parameters', oppoLimits.parameters.value),
  ];
};

const wrongForm = (draft: Draft, kind: SendKind): Finding<never> => {
  const parsed = parseShallow(draft.payload);
  if (!parsed.ok) return unsendable('not-json', '$', { params: { message: shorten(parsed.message, 160) } });
  const name = kind === 'batch' ? 'not-array' : 'not-object';
  return unsendable(name, '$', { params: { found: jsonType(parsed.value) } });
};

const checkByKind = (
  draft: Draft,
  kind: SendKind,
  target: SendTarget | null,
): { found: Finding<string>[]; n: JsonObject | null } => {
  const parsed = parseShallow(draft.payload);
  if (!parsed.ok || formOfDraft(draft, kind, '') === null) return { found: [wrongForm(draft, kind)], n: null };
  if (kind === 'batch' || !isObject(parsed.value)) return { found: checkBatch(draft.payload), n: null };
  const object = parsed.value;
  if (kind === 'save') {
    const found = [...checkNotification(object, false, '$'), ...adviseNames(object, notificationFields, '$')];
    return { found, n: object };
  }
  if (kind === 'broadcast') {
    const lacks = textOf(object, 'message_id')
      ? []
      : [
          refused('target', 'missing-field', '$.message_id', rules.missingArguments(), {
            params: { field: 'message_id' },
          }),
        ];
    return { found: lacks, n: null };
  }
  const message = messageOf(object);
  return message ? { found: checkMessage(object, message, target), n: message.notification } : { found: [], n: null };
};

const check = (draft: Draft, target: SendTarget | null): { problems: Problem[]; sizes: Size[] } => {
  const kind = kindOf(draft);
  if (kind === null) {
    const params = { path: shorten(draft.options['api'] ?? '') };
    return { problems: [unsendable('unknown-api', 'option:api', { params })].map(problemOf('oppo')), sizes: [] };
  }
  const { found, n } = checkByKind(draft, kind, target);
  return { problems: [...found, ...checkOptions(draft)].map(problemOf('oppo')), sizes: sizesOf(n) };
};

const shownOf = (payload: string, kind: SendKind): JsonObject | null => {
  if (kind === 'batch') return batchOf(payload)?.[0]?.notification ?? null;
  const parsed = parseShallow(payload);
  if (!parsed.ok || !isObject(parsed.value)) return null;
  if (kind === 'unicast') return messageOf(parsed.value)?.notification ?? null;
  return kind === 'save' ? parsed.value : null;
};

const fromRequest = (request: WireRequest): ReadRequest | null => {
  const kind = sendKindOf(request.path);
  const pairs = readForm(request.body);
  const payload = kind && pairs ? payloadOfForm(pairs, kind) : null;
  if (kind === null || payload === null) return null;
  const shown = shownOf(payload, kind);
  return {
    draft: { payload, options: kind === 'unicast' ? {} : { api: sendPaths[kind] } },
    tokens: tokensOf(payload, kind).filter((token) => token !== ''),
    title: textOf(shown, 'title') ?? '',
    body: textOf(shown, 'content') ?? '',
  };
};

/** Drafts: made, checked, read back and recognised. The payload of a draft is OPPO's `message`. */
export const payload: PayloadPart = { options, example, fromIntent: draftFromIntent, check, fromRequest, recognise };
