import { describe, expect, it } from 'vitest';
import { otherShapeOf, type JsonShape } from './sdk-shape.ts';

const samples: Readonly<Record<JsonShape, string>> = {
  rest: '{"To_Account":"v","MsgBody":[],"title":"x"}',
  V2TIMOfflinePushInfo: '{"title":"T","desc":"D","ext":"{}","disablePush":false,"AndroidOPPOChannelID":"im"}',
  TIMMessageOfflinePushSettings: '{"title":"T","descr":"D","iosSettings":{}}',
  TIMOfflinePushInfo: '{"desc":"D","pushFlag":0,"iosConfig":{}}',
  TIMOfflinePushSettings: '{"enabled":true,"c2cMsgRemindSound":null}',
};
const all = Object.keys(samples) as JsonShape[];

describe('an object that stands in another one’s place', () => {
  it.each(all)('%s is named everywhere else, and not at home', (shape) => {
    for (const expected of all) expect(otherShapeOf(samples[shape], expected)).toBe(expected === shape ? null : shape);
  });
  it.each(['', 'null', '[]', '{', '{"title":"T","desc":"D"}', '{"aps":{}}', 'x'.repeat(300_000)])(
    '%.20s is left alone',
    (text) => {
      for (const expected of all) expect(otherShapeOf(text, expected)).toBeNull();
    },
  );
});
