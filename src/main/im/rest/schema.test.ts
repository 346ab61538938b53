import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { locales, type Locale } from '../../../shared/contract/index.ts';
import { RestCall } from '../../../shared/contract/rest.ts';
import { sayPhrase } from '../../../shared/kit/text.ts';
import { optionFields } from '../../../shared/rest/call-fields.ts';
import { elementTables } from '../../../shared/rest/element-fields.ts';
import type { Field, Place } from '../../../shared/rest/field.ts';
import { legacyPush, pushInfo } from '../../../shared/rest/push-fields.ts';
import { imTexts } from '../texts/index.ts';
import { restSchema } from './schema.ts';

const say = (locale: Locale) => (phrase: Parameters<typeof sayPhrase>[1]) => sayPhrase(imTexts[locale], phrase);
const takes = (call: RestCall, value: unknown) =>
  z.fromJSONSchema(restSchema(call, say('en')) as Parameters<typeof z.fromJSONSchema>[0]).safeParse(value).success;

const text = { MsgType: 'TIMTextElem', MsgContent: { Text: 'Lunch?' } };
const bodies: Readonly<Record<RestCall, Record<string, unknown>>> = {
  sendmsg: { From_Account: 'denny', To_Account: 'vinson', MsgRandom: 7, MsgBody: [text] },
  batchsendmsg: { To_Account: ['vinson', 'mia'], MsgRandom: 7, MsgBody: [text] },
  send_group_msg: { GroupId: 'lunch', Random: 7, MsgBody: [text], GroupAtInfo: [{ GroupAtAllFlag: 1 }] },
};

/** Every field of every table, with where it is described. */
const fieldsOf = (place: Place, fields: readonly Field[]): [Place, Field][] =>
  fields.flatMap((one): [Place, Field][] => [
    [place, one],
    ...(one.table && one.place ? fieldsOf(one.place, one.table) : []),
  ]);
const all = [
  ...RestCall.options.flatMap((call) => fieldsOf('call', optionFields(call))),
  ...Object.values(elementTables).flatMap(({ type, fields }) => fieldsOf(type, fields)),
  ...fieldsOf('OfflinePushInfo', pushInfo),
  ...fieldsOf('TIMMessageOfflinePushSettings', legacyPush),
];

describe('the schema of the REST calls', () => {
  it.each(RestCall.options)('%s takes a valid body, fields nobody knows, and every field with its example', (call) => {
    expect(takes(call, bodies[call])).toBe(true);
    expect(takes(call, { ...bodies[call], Unknown: { deep: 1 } })).toBe(true);
    for (const one of pushInfo) {
      if (one.example === undefined) continue;
      expect(takes(call, { ...bodies[call], OfflinePushInfo: { [one.json]: one.example } }), one.json).toBe(true);
    }
  });
  it.each(RestCall.options)('%s needs what the call needs', (call) => {
    const needed = Object.keys(bodies[call]).filter((name) => name !== 'From_Account' && name !== 'GroupAtInfo');
    for (const name of needed) {
      const { [name]: _, ...others } = bodies[call];
      expect(takes(call, others), name).toBe(false);
    }
  });
  it('refuses wrong types where they are, and takes a number as text where the API does', () => {
    const push = (info: unknown) => takes('sendmsg', { ...bodies.sendmsg, OfflinePushInfo: info });
    expect(push({ PushFlag: 2 })).toBe(false);
    expect(push({ BadgeAddNum: 100 })).toBe(false);
    expect(push({ AndroidInfo: { OPPONotifyLevel: '16' } })).toBe(false);
    expect(push({ ApnsInfo: { InterruptionLevel: 'loud' } })).toBe(false);
    expect(push({ ApnsInfo: { LiveActivity: { Event: 'end' } } })).toBe(false);
    expect(push({ AndroidInfo: { VIVONotifyType: 2, HuaWeiImportance: 'HIGH' } })).toBe(true);
    expect(
      takes('sendmsg', { ...bodies.sendmsg, MsgBody: [{ MsgType: 'TIMSoundElem', MsgContent: { Second: 'x' } }] }),
    ).toBe(false);
  });
  it('has only the fields of its call', () => {
    const names = (call: RestCall) => Object.keys(restSchema(call, say('en')).properties ?? {});
    expect(names('sendmsg')).not.toContain('OnlineOnlyFlag');
    expect(names('send_group_msg')).not.toContain('MsgLifeTime');
    expect(names('batchsendmsg')).not.toContain('SendMsgControl');
  });
  it('every field and value of the tables has words in every language, and no word is left over', () => {
    const ids = new Set(
      ['call.To_Account', 'call.GroupId', 'call.MsgBody', 'call.OfflinePushInfo'].map((id) => `im.rest.${id}`),
    );
    for (const [place, one] of all) {
      ids.add(`im.rest.${place}.${one.json}`);
      for (const value of one.choices ?? one.values ?? []) ids.add(`im.rest-value.${place}.${one.json}.${value}`);
    }
    const worded = Object.keys(imTexts.en).filter((id) => /^im\.rest(?:-value)?\./.test(id));
    expect(worded.toSorted()).toEqual([...ids].toSorted());
    for (const id of ids) {
      if (!id.startsWith('im.rest.')) continue;
      expect(imTexts['zh-CN'][id], id).toMatch(/\p{Script=Han}/u);
      expect(imTexts.ja[id], id).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
      expect(imTexts.ko[id], id).toMatch(/\p{Script=Hangul}/u);
    }
    for (const call of RestCall.options) {
      for (const locale of locales) {
        expect(JSON.stringify(restSchema(call, say(locale)))).not.toMatch(/im\.rest|\{\{/);
      }
    }
  });
});
