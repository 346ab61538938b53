import { describe, expect, it } from 'vitest';
import { payload } from './payload.ts';
import { bundleOfTopic, pushTypes, suffixOfTopic, type PushType } from './push-types.ts';
import { sender } from './sender.ts';
import { bundle, deviceToken } from './testing.ts';

/** Apple, «Sending notification requests to APNs» and «Generating a remote notification»: suffix of the topic, largest body in bytes. */
const table: readonly (readonly [PushType, string, number])[] = [
  ['alert', '', 4096],
  ['background', '', 4096],
  ['voip', '.voip', 5120],
  ['complication', '.complication', 4096],
  ['fileprovider', '.pushkit.fileprovider', 4096],
  ['mdm', '', 4096],
  ['liveactivity', '.push-type.liveactivity', 4096],
  ['location', '.location-query', 4096],
  ['pushtotalk', '.voip-ptt', 4096],
  ['widgets', '.push-type.widgets', 4096],
  ['controls', '.push-type.controls', 4096],
];
const priorityOf = (type: PushType): string => (type === 'background' ? '5' : '10');

/** A body of exactly so many bytes; the filling is three bytes a character, so that characters are not what is counted. */
const bodyOf = (bytes: number): string => {
  const empty = JSON.stringify({ aps: { 'content-available': 1 }, filling: '' }).length;
  const left = bytes - empty;
  return JSON.stringify({
    aps: { 'content-available': 1 },
    filling: '合'.repeat(Math.floor(left / 3)) + 'x'.repeat(left % 3),
  });
};
const codesOf = (type: PushType, over: Record<string, string>, text = bodyOf(100)): string[] => {
  const options = { pushType: type, priority: priorityOf(type), ...over };
  return payload.check({ payload: text, options }, null).problems.map(({ code }) => code);
};

describe('push types', () => {
  it('are all in the table', () => expect(table.map(([type]) => type).toSorted()).toEqual([...pushTypes].toSorted()));

  describe.each(table)('%s', (type, suffix, limit) => {
    const topic = bundle + suffix;
    it('its topic says which it is', () => {
      expect(codesOf(type, { topic }).filter((code) => code.startsWith('apns.topic'))).toEqual([]);
      expect(suffixOfTopic(topic)).toBe(suffix);
      expect(bundleOfTopic(topic)).toBe(bundle);
      if (suffix !== '') expect(codesOf(type, { topic: bundle })).toContain('apns.topic-suffix');
    });
    it('goes out under that topic when only the app is known', () => {
      const target = { token: deviceToken, appIdentifier: bundle, environment: 'sandbox', credential: null } as const;
      const request = sender.request({ payload: '{}', options: { pushType: type } }, target, null);
      if ('unusable' in request) throw new Error(request.unusable.code);
      const sent = Object.fromEntries(request.headers);
      // The topic of a device-management push is no bundle ID, so none is made up.
      expect([sent['apns-push-type'], sent['apns-topic']]).toEqual([type, type === 'mdm' ? undefined : topic]);
    });
    it(`may hold ${limit} bytes and no more`, () => {
      expect(new TextEncoder().encode(bodyOf(limit)).length).toBe(limit);
      expect(codesOf(type, {}, bodyOf(limit))).not.toContain('apns.payload-too-large');
      expect(codesOf(type, {}, bodyOf(limit + 1))).toContain('apns.payload-too-large');
    });
    it('takes the priorities Apple names', () => {
      const priorityCodes = (priority: string) =>
        codesOf(type, { priority }).filter((code) => code.includes('priority'));
      for (const priority of ['5', '1']) expect(priorityCodes(priority)).toEqual([]);
      expect(priorityCodes('10')).toEqual(type === 'background' ? ['apns.background-priority'] : []);
      for (const priority of ['0', '2', 'high']) expect(priorityCodes(priority)).toContain('apns.priority-value');
    });
  });
});
