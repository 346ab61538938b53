import { conversationKey } from '../input.ts';
import { sources } from '../sources.ts';
import { answersOf, type Gate } from './gate.ts';

const same = answersOf('duplicate');

/** How long the backend remembers a MsgRandom. */
export const duplicateWindowMs = 300_000;

/** The same MsgRandom of the same sender in the same conversation within five minutes is the same message. */
export const duplicate: Gate = {
  id: 'duplicate',
  number: 2,
  predicted: false,
  source: sources.group,
  certainty: 'documented',
  ask: ({ message, recent, nowMs }) => {
    const random = message.options?.random;
    if (random === undefined) return same.pass('none', {}, { MsgRandom: '' });
    const key = conversationKey(message);
    const earlier = recent?.find(
      (one) =>
        one.random === random &&
        one.from === message.from &&
        one.conversation === key &&
        nowMs - one.atMs < duplicateWindowMs &&
        one.atMs <= nowMs,
    );
    return earlier
      ? same.fail('again', { random, seconds: Math.round((nowMs - earlier.atMs) / 1000) })
      : same.pass('new', { random });
  },
};
