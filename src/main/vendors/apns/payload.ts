import type { Draft, Intent, OptionField, Problem, Size } from '../../../shared/contract/index.ts';
import { headerOf } from '../kit/headers.ts';
import type { JsonObject } from '../kit/json.ts';
import { fromBytes, utf8Length } from '../kit/text.ts';
import type { PayloadPart, ReadRequest, SendTarget, WireRequest } from '../vendor.ts';
import { readApnsFile, readSimctlDraft, simulatorExports } from './apns-file.ts';
import { shapeOfToken } from './device-token.ts';
import { collapseIdBytes, payloadLimitOf } from './limits.ts';
import { payloadSchema } from './payload/json-schema.ts';
import { lintOptions } from './payload/lint-options.ts';
import { lintRoot } from './payload/lint-root.ts';
import { lintTarget } from './payload/lint-target.ts';
import { lintSize, readPayloadText } from './payload/lint-text.ts';
import { alertText, apsOf, payloadObject } from './payload/read.ts';
import { bundleOfTopic, isPushType, pushTypes } from './push-types.ts';
import { readSimctl } from './simctl.ts';
import { decodePathPart, optionOf, optionsFrom, tokenInPath } from './wire.ts';

const field = (
  name: string,
  kind: OptionField['kind'],
  placeholder: string,
  choices: readonly string[] = [],
): OptionField => ({ name, kind, choices: [...choices], placeholder, help: { id: `apns.option.${name}.help` } });

const options: readonly OptionField[] = [
  field('topic', 'text', 'com.example.im'),
  field('pushType', 'select', 'alert', pushTypes),
  field('priority', 'select', '10', ['10', '5', '1']),
  field('expiration', 'number', '0'),
  field('collapseId', 'text', 'chat-denny'),
  field('apnsId', 'text', '123e4567-e89b-12d3-a456-42661417400a'),
];

const example = JSON.stringify(
  {
    aps: {
      alert: { title: 'Denny', body: 'Lunch at 12:30?' },
      badge: 1,
      sound: 'default',
      'thread-id': 'denny',
    },
    ext: 'jump to denny',
  },
  null,
  2,
);

/** A string alone when there is only a body, as Tencent's documented example for IM has it; else Apple's object. */
const alertFrom = ({ title, subtitle, body }: Intent): string | JsonObject => {
  if (!title && !subtitle) return body;
  return { ...(title ? { title } : {}), ...(subtitle ? { subtitle } : {}), body };
};

const payloadFrom = (intent: Intent): JsonObject => ({
  aps: {
    alert: alertFrom(intent),
    ...(intent.badge === null ? {} : { badge: intent.badge }),
    ...(intent.sound === null ? {} : { sound: intent.sound }),
    ...(intent.mutableContent ? { 'mutable-content': 1 } : {}),
    ...(intent.interruptionLevel === null ? {} : { 'interruption-level': intent.interruptionLevel }),
  },
  ...(intent.ext === null ? {} : { ext: intent.ext }),
  ...(intent.image === null ? {} : { image: intent.image }),
});

/** A message that lives for no time is tried once and not stored, which APNs writes as 0. */
const expirationOf = (lifetimeSeconds: number, nowMs: number): string =>
  lifetimeSeconds <= 0 ? '0' : String(Math.floor(nowMs / 1000) + lifetimeSeconds);

const fromIntent = (intent: Intent, target: SendTarget, nowMs: number): Draft => ({
  payload: JSON.stringify(payloadFrom(intent)),
  options: {
    ...(target.appIdentifier === '' ? {} : { topic: target.appIdentifier }),
    pushType: 'alert',
    priority: '10',
    expiration: expirationOf(intent.lifetimeSeconds, nowMs),
  },
});

const sizesOf = (draft: Draft, used: number, limit: number): Size[] => {
  const sizes: Size[] = [{ id: 'apns.size.payload', used, limit, unit: 'bytes', certainty: 'documented' }];
  const collapseId = optionOf(draft, 'collapseId');
  if (collapseId !== '') {
    sizes.push({
      id: 'apns.size.collapse-id',
      used: utf8Length(collapseId),
      limit: collapseIdBytes,
      unit: 'bytes',
      certainty: 'documented',
    });
  }
  return sizes;
};

const check = (
  draft: Draft,
  target: SendTarget | null,
  nowMs: number | null = null,
): { problems: Problem[]; sizes: Size[] } => {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  const pushTypeText = optionOf(draft, 'pushType');
  const pushType = isPushType(pushTypeText) ? pushTypeText : null;
  const used = utf8Length(draft.payload);
  const limit = payloadLimitOf(pushType);
  const { root, problem } = readPayloadText(draft.payload);
  if (problem) report(problem);
  const tooLarge = lintSize(used, limit, root);
  if (tooLarge) report(tooLarge);
  if (root) {
    const priority = optionOf(draft, 'priority');
    lintRoot(report, {
      root,
      aps: apsOf(root),
      pushType,
      pushTypeText,
      priority,
      topic: optionOf(draft, 'topic'),
      nowMs,
    });
  }
  lintOptions(draft, report);
  if (target) lintTarget(draft, target, report);
  return { problems, sizes: sizesOf(draft, used, limit) };
};

const lenientDecoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of a body: as UTF-8, with replacement characters where it is not. */
export const bodyText = (body: Uint8Array): string => fromBytes(body) ?? lenientDecoder.decode(body);

const fromRequest = (request: WireRequest): ReadRequest | null => {
  const token = tokenInPath(request.path);
  if (token === null) return null;
  const payload = bodyText(request.body);
  const root = payloadObject(payload);
  const { title, body } = alertText(root ? apsOf(root)?.['alert'] : undefined);
  const options = optionsFrom((name) => headerOf(request.headers, name));
  const bundle = bundleOfTopic(options['topic'] ?? '');
  return {
    draft: { payload, options },
    tokens: token === '' ? [] : [decodePathPart(token)],
    ...(bundle === '' ? {} : { appIdentifier: bundle }),
    title,
    body,
  };
};

/** A `simctl push` with its payload, a `.apns` file by its name or its bundle key, a payload by its `aps`, a device token by its shape. */
const recognise: PayloadPart['recognise'] = (text, fileName) => {
  const shape = shapeOfToken(text.trim());
  if (shape.kind === 'token')
    return { kind: 'device-token', draft: null, tokens: [text.trim()], certainty: 'measured' };
  if ('hex' in shape) return { kind: 'device-token', draft: null, tokens: [shape.hex], certainty: 'reported' };
  const command = readSimctl(text);
  const commanded = command && readSimctlDraft(command);
  if (commanded) return { kind: 'apns-file', draft: commanded, tokens: [], certainty: 'documented' };
  const draft = readApnsFile(text);
  if (!draft) return null;
  const isFile = fileName.toLowerCase().endsWith('.apns') || draft.options['topic'] !== undefined;
  return { kind: isFile ? 'apns-file' : 'vendor-payload', draft, tokens: [], certainty: 'documented' };
};

/** Shape, limits and rules of a push to one device. Source: Apple, «Generating a remote notification». */
export const payload: PayloadPart = {
  options,
  example,
  fromIntent,
  check,
  schema: payloadSchema,
  exports: simulatorExports,
  fromRequest,
  recognise,
};
