import type { Capture, GatewayInput } from '../../vendor.ts';
import { headerOf } from '../../kit/headers.ts';
import { fromBytes } from '../../kit/text.ts';
import { plainRefusal, shapeError, shorten, toProblem, type Finding, type Rule } from '../payload/findings.ts';
import type { Body, Message } from '../payload/model.ts';
import { readBody } from '../payload/read.ts';
import { checkReservedKeys, checkSize, checkTarget, checkValues, isTargetUnreadable } from '../payload/rules.ts';
import { tokenShape } from '../payload/token.ts';
import { failed, byRule, notReached, passed, unverified, type Question, type Row } from './checks.ts';
import type { FcmMemory } from './memory.ts';
import { envelope, fcmError, refuseFindings } from './reply.ts';

/** Query names every Google API takes. Source: fcm v1 discovery document. */
const queryNames = new Set([
  '$.xgafv',
  'alt',
  'fields',
  'prettyPrint',
  'prettyprint',
  'key',
  'access_token',
  'oauth_token',
  'quotaUser',
  'callback',
  'uploadType',
  'upload_protocol',
]);

const checkQuery = (query: URLSearchParams): Finding[] =>
  [...new Set(query.keys())]
    .filter((name) => !queryNames.has(name))
    .map((name) => {
      const why = `Cannot bind query parameter. Field '${name}' could not be found in request message.`;
      const description = `Invalid JSON payload received. Unknown name "${name}": ${why}`;
      const place = { json: '$', wire: '' };
      return shapeError(
        'unknown-query',
        place,
        { name: shorten(name) },
        { field: '', description },
        { certainty: 'measured' },
      );
    });

const refusedAs = (question: Question, findings: readonly Finding[]): Row[] => {
  const refusal = refuseFindings(findings);
  return findings.map((found) => byRule(question, toProblem(found).phrase, found.certainty, refusal));
};

const rowsFor = (question: Question, findings: readonly Finding[]): Row[] =>
  findings.length === 0 ? [passed(question)] : refusedAs(question, findings);

const plain400 = (message: string) => envelope(400, 'INVALID_ARGUMENT', message);

const checkContentType = (capture: Capture): Row | null => {
  const type = headerOf(capture.headers, 'content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type === undefined || type === '' || type === 'application/json') return null;
  const refusal = plain400(`Invalid content type: ${shorten(type)}.`);
  return failed('json', 'content-type', refusal, { type: shorten(type) });
};

const afterJson = ['fields', 'target', 'reserved-keys', 'values', 'size'] as const;

/** The checks of the body, and what could be read of it. `text` null: not UTF-8. */
export interface BodyChecks {
  readonly rows: readonly Row[];
  readonly body: Body | null;
  readonly text: string | null;
}

/** Form and contents of the body; all mistakes are reported, whatever the sender may do. */
export const checkBody = (capture: Capture, query: URLSearchParams): BodyChecks => {
  const text = fromBytes(capture.body);
  const typeRow = checkContentType(capture);
  if (text === null) {
    const row = failed('json', 'not-utf8', plain400('Invalid JSON payload received. Invalid UTF-8.'));
    return { rows: [typeRow ?? row, ...afterJson.map((id) => notReached(id))], body: null, text };
  }
  const { body, findings } = readBody(text);
  const of = (rule: Rule): Finding[] => findings.filter((found) => found.rule === rule);
  const jsonRows = [...(typeRow ? [typeRow] : []), ...refusedAs('json', of('json'))];
  const rows: Row[] = jsonRows.length > 0 ? jsonRows : [passed('json')];
  if (!body) {
    const shape = of('fields').length > 0 ? refusedAs('fields', of('fields')) : [notReached('fields')];
    return { rows: [...rows, ...shape, ...afterJson.slice(1).map((id) => notReached(id))], body, text };
  }
  const { message } = body;
  rows.push(
    ...rowsFor('fields', [...checkQuery(query), ...of('fields')]),
    ...(isTargetUnreadable(findings) ? [notReached('target')] : rowsFor('target', checkTarget(body))),
    ...(message
      ? [
          ...rowsFor('reserved-keys', checkReservedKeys(message)),
          ...rowsFor('values', checkValues(message)),
          ...rowsFor('size', checkSize(message)),
        ]
      : afterJson.slice(2).map((id) => notReached(id))),
  );
  return { rows, body, text };
};

type Input = GatewayInput<unknown, FcmMemory>;

const invalidToken = () =>
  envelope(400, 'INVALID_ARGUMENT', 'The registration token is not a valid FCM registration token', [
    fcmError('INVALID_ARGUMENT'),
  ]);

const checkTokenShape = (input: Input, token: string, isKnown: boolean): Row => {
  const shape = tokenShape(token);
  if (shape === 'fcm' || isKnown) return passed('token-shape');
  if (shape === 'odd' && input.settings.mode === 'known') return unverified('token-shape', 'odd');
  return failed('token-shape', shape === 'odd' ? 'not-fcm' : shape, invalidToken());
};

const checkPackage = (message: Message, appIdentifier: string | null): Row => {
  const wanted = message.android?.restricted_package_name;
  if (wanted === undefined || wanted === '') return passed('package');
  if (appIdentifier === null) return unverified('package', 'unverified', { wanted });
  if (appIdentifier === wanted) return passed('package');
  const refusal = envelope(400, 'INVALID_ARGUMENT', plainRefusal, [fcmError('INVALID_ARGUMENT')]);
  return failed('package', 'other', refusal, { wanted, own: appIdentifier });
};

/** What the workspace knows of the token. Empty for topics, conditions and installation ids. */
export const checkRecipient = (input: Input, message: Message): Row[] => {
  const { token } = message;
  if (token === undefined) return [];
  const known = input.registry.findToken('fcm', token);
  const gone = () => envelope(404, 'NOT_FOUND', 'Requested entity was not found.', [fcmError('UNREGISTERED')]);
  const registered = (): Row => {
    if (known) return known.state === 'active' ? passed('registered') : failed('registered', known.state, gone());
    return input.settings.mode === 'strict'
      ? failed('registered', 'unknown', gone())
      : unverified('registered', 'unverified');
  };
  return [
    checkTokenShape(input, token, known !== null),
    // The workspace does not say which project a phone's token was made for.
    unverified('sender', 'unverified'),
    registered(),
    checkPackage(message, known?.appIdentifier ?? null),
  ];
};
