import type { CredentialFacts, Phrase } from '../../../../shared/contract/index.ts';
import { addCounts, countOf } from '../../kit/counts.ts';
import { formValue, readForm, type FormPairs } from '../../kit/form.ts';
import { headerOf } from '../../kit/headers.ts';
import { isObject, type Json } from '../../kit/json.ts';
import { firstRefusal, verdictOf, type Row } from '../../kit/rows.ts';
import { parseShallow } from '../../kit/shallow.ts';
import { oppoValues } from '../categories.ts';
import type { SendKind } from '../hosts.ts';
import { oppoLimits } from '../limits.ts';
import { messageOf, textOf } from '../payload/fields.ts';
import { invalidArguments, missingArguments, refusal } from '../payload/rules.ts';
import { batchOf, broadcastTokens } from '../payload/wire.ts';
import { checkAuthToken, type Answer, type Input } from './auth-endpoint.ts';
import { failed, notReached, passed } from './checks.ts';
import { maxKept, memoryAt, rememberSaved, type OppoMemory } from './memory.ts';
import { checkRate, countAccepted, recipientOf, type Recipient } from './recipients.ts';
import { accept, messageId, refuse } from './reply.ts';
import { judgeMessage, notificationRows, recipientRows, type Judged } from './single.ts';

/** What every send has: the way in, decided. */
interface Entered {
  readonly input: Input;
  readonly rows: readonly Row[];
  readonly pairs: FormPairs;
  readonly facts: CredentialFacts | null;
  readonly memory: OppoMemory;
  readonly rate: Row;
}

/** A longer body is cut while it is read. Where OPPO draws the line is not known; a batch of a thousand fits. */
export const maxBodyBytes = 8_388_608;

const enter = (input: Input): Entered => {
  const rate = checkRate(input, memoryAt(input.memory, input.nowMs));
  const ways = [passed('path'), passed('method')];
  if (input.capture.body.length > maxBodyBytes) {
    const row = failed('encoding', 'too-long', invalidArguments(), { limit: maxBodyBytes });
    const rows = [...ways, row, notReached('auth-token'), notReached('message')];
    return { input, rows, pairs: [], facts: null, memory: rate.memory, rate: rate.row };
  }
  const pairs = readForm(input.capture.body);
  if (pairs === null) {
    const row = failed('encoding', 'not-utf8', refusal(25, 'Invalid encoding'));
    const rows = [...ways, row, notReached('auth-token'), notReached('message')];
    return { input, rows, pairs: [], facts: null, memory: rate.memory, rate: rate.row };
  }
  const token = checkAuthToken(input, formValue(pairs, 'auth_token'), headerOf(input.capture.headers, 'auth_token'));
  const rows = [...ways, passed('encoding'), token.row];
  return { input, rows, pairs, facts: token.facts, memory: rate.memory, rate: rate.row };
};

interface Result {
  readonly rows: readonly Row[];
  readonly why: Phrase;
  readonly data: Json;
  readonly id: string | null;
  readonly memory: OppoMemory;
  readonly targets: Answer['targets'];
  readonly delivery: Answer['delivery'];
}

/** All checks are reported; the first that fails is the answer. A batch is answered with code 0 although every message failed. */
const answerOf = ({ input }: Entered, result: Result): Answer => {
  const refused = firstRefusal(result.rows);
  const common = {
    kind: 'push',
    verdict: verdictOf(result.rows, result.why),
    connection: input.connection,
    effects: [],
  } as const;
  if (!refused) {
    const { memory, targets, delivery, id } = result;
    return { ...common, memory, reply: accept(result.data), vendorMessageId: id, targets, delivery };
  }
  const { code } = refused.refusal;
  return {
    ...common,
    memory: result.memory,
    reply: refused.row.id === 'batch' && result.data !== null ? accept(result.data) : refuse(refused.refusal),
    vendorMessageId: null,
    targets: result.targets.map(({ token, reason }) => ({ token, outcome: 'rejected', reason: reason ?? code })),
    delivery: null,
  };
};

const appIdOf = (facts: CredentialFacts | null): string => oppoValues(facts)?.['appId'] || '0';

/** The JSON of a form field. Rows end with the first that fails. */
const fieldRow = (pairs: FormPairs, name: string, isRight: (value: Json) => boolean): { row: Row; text: string } => {
  const text = formValue(pairs, name) ?? '';
  if (text === '') return { row: failed('message', 'missing', missingArguments(), { field: name }), text };
  const parsed = parseShallow(text);
  return parsed.ok && isRight(parsed.value)
    ? { row: passed('message'), text }
    : { row: failed('message', 'not-json', invalidArguments(), { field: name }), text };
};

const decideUnicast = (entered: Entered): Answer => {
  const { input, rows, pairs, facts, memory, rate } = entered;
  const field = fieldRow(pairs, 'message', (value) => isObject(value));
  const parsed = parseShallow(field.text);
  const message = messageOf(parsed.ok ? parsed.value : undefined);
  const judged: Judged = message
    ? judgeMessage(input, memory, facts, message)
    : {
        rows: [notReached('target'), notReached('texts'), notReached('registered')],
        token: '',
        recipient: null,
        draft: null,
      };
  const all = [
    ...rows,
    ...(pairs.length === 0 && rows.some(({ id }) => id === 'message') ? [] : [field.row]),
    ...judged.rows,
    rate,
  ];
  const isRefused = firstRefusal(all) !== null;
  const id = messageId(appIdOf(facts), input.newId());
  const { token, recipient, draft } = judged;
  return answerOf(entered, {
    rows: all,
    why: { id: token === '' ? 'oppo.verdict.alias' : 'oppo.verdict.accepted' },
    data: { messageId: id },
    id,
    memory: recipient && !isRefused ? countAccepted(memory, facts, [recipient]) : memory,
    targets: token === '' ? [] : [{ token, outcome: 'accepted', reason: null, ...(draft ? { delivery: draft } : {}) }],
    // As it came, for the log; the phone's own is with its target.
    delivery: draft ? { payload: field.text, options: {} } : null,
  });
};

interface BatchEntry {
  readonly judged: Judged;
  readonly code: string | null;
  readonly words: string;
}

const judgeBatch = (entered: Entered, text: string): { entries: BatchEntry[]; memory: OppoMemory } => {
  const { input, facts } = entered;
  let { memory } = entered;
  const entries = (batchOf(text) ?? []).map((message): BatchEntry => {
    const judged: Judged = message
      ? judgeMessage(input, memory, facts, message)
      : {
          rows: [failed('message', 'not-json', invalidArguments(), { field: 'messages' })],
          token: '',
          recipient: null,
          draft: null,
        };
    const refused = firstRefusal(judged.rows)?.refusal;
    if (!refused && judged.recipient) memory = countAccepted(memory, facts, [judged.recipient]);
    return { judged, code: refused?.code ?? null, words: refused?.message ?? '' };
  });
  return { entries, memory };
};

/** Why messages of a batch fail, each reason once; these rows decide nothing by themselves. */
const reasonsOf = (entries: readonly BatchEntry[]): Row[] => {
  const reasons = new Map<string, Row>();
  for (const { judged } of entries) {
    for (const row of judged.rows) {
      if (row.outcome === 'failed' || row.outcome === 'unverified')
        reasons.set(`${row.id} ${row.phrase.id}`, { ...row, refusal: null });
    }
  }
  return [...reasons.values()].slice(0, 20);
};

const batchRow = (entries: readonly BatchEntry[]): Row => {
  const bad = entries.filter(({ code }) => code !== null);
  const params = { bad: bad.length, of: entries.length };
  const [first] = bad;
  if (first && bad.length === entries.length) {
    return failed('batch', 'all', { status: 200, code: first.code ?? '41', message: first.words }, params);
  }
  return passed('batch', params);
};

const decideBatch = (entered: Entered): Answer => {
  const { input, rows, pairs, facts, rate } = entered;
  const max = oppoLimits.batch.value;
  const field = fieldRow(pairs, 'messages', (value) => Array.isArray(value) && value.length > 0 && value.length <= max);
  const isReadable = field.row.outcome === 'passed';
  const { entries, memory } = isReadable ? judgeBatch(entered, field.text) : { entries: [], memory: entered.memory };
  const id = input.newId();
  const idOf = (index: number): string => messageId(appIdOf(facts), `${String(index).padStart(4, '0')}${id}`);
  const tail = isReadable ? [batchRow(entries), ...reasonsOf(entries)] : [notReached('batch')];
  const data = entries.map(({ judged, code, words }, index): Json => {
    if (code === null) return { messageId: idOf(index), registrationId: judged.token };
    return { registrationId: judged.token, errorCode: Number(code), errorMessage: words };
  });
  const good = entries.findIndex(({ code }) => code === null);
  return answerOf(entered, {
    rows: [...rows, field.row, ...tail, rate],
    why: {
      id: 'oppo.verdict.batch',
      params: { good: entries.filter(({ code }) => code === null).length, of: entries.length },
    },
    data: isReadable ? data : null,
    id: good < 0 ? null : idOf(good),
    memory,
    targets: entries.map(({ judged, code }) => ({
      token: judged.token,
      outcome: code === null ? 'accepted' : 'rejected',
      reason: code,
      ...(judged.draft ? { delivery: judged.draft } : {}),
    })),
    delivery: null,
  });
};

const decideSave = (entered: Entered): Answer => {
  const { input, rows, pairs, facts, memory, rate } = entered;
  const notification = Object.fromEntries(pairs.filter(([name]) => name !== 'auth_token' && name !== 'sdk_version'));
  const own = textOf(notification, 'app_message_id');
  const key = `${oppoValues(facts)?.['appKey'] ?? ''} saved ${own ?? ''}`;
  const isTwice = own !== null && countOf(memory.seen, key) > 0;
  const all = [
    ...rows,
    ...notificationRows(input, notification, facts, false),
    isTwice ? failed('duplicate', 'saved', refusal(32, 'Data Duplicate')) : passed('duplicate'),
    rate,
  ];
  const id = input.newId().replaceAll('-', '').slice(0, 24);
  const isRefused = firstRefusal(all) !== null;
  const kept = rememberSaved(
    own === null ? memory : { ...memory, seen: addCounts(memory.seen, [key], maxKept) },
    id,
    notification,
  );
  return answerOf(entered, {
    rows: all,
    why: { id: 'oppo.verdict.saved' },
    data: { message_id: id },
    id,
    memory: isRefused ? memory : kept,
    targets: [],
    delivery: null,
  });
};

const broadcastRows = (fields: Readonly<Record<string, string>>, isSaved: boolean): Row[] => {
  const id = fields['message_id'] ?? '';
  const type = fields['target_type'] ?? '';
  const saved =
    id === ''
      ? failed('message', 'missing', missingArguments(), { field: 'message_id' })
      : isSaved
        ? passed('saved')
        : failed('saved', 'unknown', refusal(31, 'Data Not Exist'));
  const target =
    type === ''
      ? failed('target', 'missing', missingArguments(), { field: 'target_type' })
      : type !== '1' && type !== '2'
        ? failed('target', 'broadcast-type', invalidArguments(), { value: type.slice(0, 20) })
        : type === '2' && !fields['target_value']
          ? failed('target', 'missing', missingArguments(), { field: 'target_value' })
          : passed('target');
  return [saved, target];
};

const decideBroadcast = (entered: Entered): Answer => {
  const { input, rows, pairs, facts, memory, rate } = entered;
  const fields: Record<string, string> = Object.fromEntries(pairs);
  const notification = memory.saved.get(fields['message_id'] ?? '');
  const own = broadcastRows(fields, notification !== undefined);
  const judged = broadcastTokens(fields).map((token) => {
    const recipient: Recipient = recipientOf(token, notification ?? {}, facts);
    const { rows: found, draft } = recipientRows(input, memory, facts, recipient);
    return { recipient, found, draft, code: firstRefusal(found)?.refusal.code ?? null };
  });
  const bad = judged.filter(({ code }) => code !== null);
  const groups = Object.groupBy(bad, ({ code }) => code ?? '');
  const id = fields['message_id'] ?? '';
  const all = [
    ...rows,
    ...own,
    passed('batch', { bad: bad.length, of: judged.length }),
    ...reasonsOf(
      judged.map(({ found, recipient, draft, code }) => ({
        judged: { rows: found, token: recipient.token, recipient, draft },
        code,
        words: '',
      })),
    ),
    rate,
  ];
  const accepted = judged.filter(({ code }) => code === null).map(({ recipient }) => recipient);
  const isRefused = firstRefusal(all) !== null;
  return answerOf(entered, {
    rows: all,
    why: {
      id: judged.length === 0 ? 'oppo.verdict.everybody' : 'oppo.verdict.batch',
      params: { good: accepted.length, of: judged.length },
    },
    data: {
      message_id: id,
      task_id: input.newId().replaceAll('-', '').slice(0, 24),
      ...Object.fromEntries(
        Object.entries(groups).map(([code, list]) => [code, (list ?? []).map(({ recipient }) => recipient.token)]),
      ),
    },
    id,
    memory: isRefused ? memory : countAccepted(memory, facts, accepted),
    targets: judged.map(({ recipient, draft, code }) => ({
      token: recipient.token,
      outcome: code === null ? 'accepted' : 'rejected',
      reason: code,
      delivery: draft,
    })),
    delivery: null,
  });
};

const ways: Readonly<Record<SendKind, (entered: Entered) => Answer>> = {
  unicast: decideUnicast,
  batch: decideBatch,
  save: decideSave,
  broadcast: decideBroadcast,
};

/** Decides a POST to a send path. */
export const decideSend = (input: Input, kind: SendKind): Answer => ways[kind](enter(input));
