import type { CredentialFacts, Draft } from '../../../../shared/contract/index.ts';
import type { Finding } from '../../kit/findings.ts';
import type { Row } from '../../kit/rows.ts';
import { classOf } from '../categories.ts';
import { tokenOf, type Message } from '../payload/fields.ts';
import { checkNotification, noNotification } from '../payload/index.ts';
import { checkTarget, type PayloadQuestion } from '../payload/rules.ts';
import { lacksTemplate, templateRefusal } from '../payload/template.ts';
import type { JsonObject } from '../../kit/json.ts';
import type { Input } from './auth-endpoint.ts';
import { failed, notReached, ofFindings, passed, unverified } from './checks.ts';
import type { OppoMemory } from './memory.ts';
import {
  checkAppQuota,
  checkDeviceQuota,
  checkRegistered,
  isRepeated,
  recipientOf,
  type Recipient,
} from './recipients.ts';

/** What became of one message. */
export interface Judged {
  readonly rows: readonly Row[];
  /** Empty: an alias, or nobody. */
  readonly token: string;
  /** Null: nothing that could be delivered. */
  readonly recipient: Recipient | null;
  /** What the phone gets; null with `recipient`. */
  readonly draft: Draft | null;
}

const contentQuestions: readonly PayloadQuestion[] = [
  'texts',
  'click',
  'parameters',
  'times',
  'category',
  'template',
  'pictures',
];

const templateRow = (input: Input, n: JsonObject, facts: CredentialFacts | null): Row => {
  if (!lacksTemplate(n, classOf(n, facts))) return passed('template');
  return input.settings.mode === 'strict'
    ? failed('template', 'lacking', templateRefusal())
    : unverified('template', 'told');
};

const textRows = (input: Input, found: readonly Finding<PayloadQuestion>[]): Row[] => {
  const over = found.find(({ name }) => name === 'content-over-limit');
  if (!over || input.settings.mode === 'strict') return ofFindings('texts', found);
  // Older copies of the page allow 200 characters, and many senders still count on it.
  const rest = ofFindings(
    'texts',
    found.filter((one) => one !== over),
  );
  return [...rest.filter(({ outcome }) => outcome === 'failed'), unverified('texts', 'over-limit', over.params)];
};

/** The checks of a notification. `isSingle`: not for a broadcast. */
export const notificationRows = (
  input: Input,
  n: JsonObject,
  facts: CredentialFacts | null,
  isSingle: boolean,
): Row[] => {
  const found = checkNotification(n, isSingle);
  return contentQuestions.flatMap((question) => {
    if (question === 'texts') return textRows(input, found);
    const rows = ofFindings(question, found);
    return question === 'template' && rows.every(({ outcome }) => outcome === 'passed')
      ? [templateRow(input, n, facts)]
      : rows;
  });
};

/** The phone behind a registration id: known, not served before, within its day. */
export const recipientRows = (
  input: Input,
  memory: OppoMemory,
  facts: CredentialFacts | null,
  recipient: Recipient,
): { readonly rows: readonly Row[]; readonly draft: Draft } => {
  const isTwice = isRepeated(memory, facts, recipient);
  const day = checkDeviceQuota(input, memory, facts, recipient);
  return {
    rows: [
      isTwice ? unverified('duplicate', 'repeated') : passed('duplicate'),
      checkRegistered(input, recipient.token, facts),
      checkAppQuota(input, memory, facts, recipient),
      day.row,
    ],
    draft: isTwice ? { ...day.draft, options: { ...day.draft.options, duplicate: 'true' } } : day.draft,
  };
};

/** Judges one message of a single send or a batch. */
export const judgeMessage = (
  input: Input,
  memory: OppoMemory,
  facts: CredentialFacts | null,
  message: Message,
): Judged => {
  const token = tokenOf(message);
  const target = ofFindings('target', checkTarget(message));
  const { notification } = message;
  if (!notification) {
    const rows = [...target, ...ofFindings('texts', [noNotification('$.notification')]), notReached('registered')];
    return { rows, token, recipient: null, draft: null };
  }
  const content = notificationRows(input, notification, facts, true);
  if (token === '' || target.some(({ outcome }) => outcome === 'failed')) {
    return { rows: [...target, ...content, notReached('registered')], token, recipient: null, draft: null };
  }
  const recipient = recipientOf(token, notification, facts);
  const { rows, draft } = recipientRows(input, memory, facts, recipient);
  return { rows: [...target, ...content, ...rows], token, recipient, draft };
};
