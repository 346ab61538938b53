import { describe, expect, it } from 'vitest';
import { writeForm } from '../../kit/form.ts';
import { fromBytes, toBytes } from '../../kit/text.ts';
import { xiaomi } from '../index.ts';
import { appSecret, draft, regId, target } from '../samples.ts';
import { decodePayload, formOfPush, pushOfForm, singleMessages } from './wire.ts';

const worked =
  'registration_id=AbCdEf1234567890AbCdEf1234567890AbCdEf123456&restricted_package_name=com.example.im&pass_through=0&title=Denny&description=Hi+%E4%BD%A0%E5%A5%BD&payload=%257B%2522k%2522%253A1%257D&notify_type=1&notify_id=7&time_to_live=86400000&extra.channel_id=100001&extra.notify_effect=2&extra.intent_uri=intent%3A%2F%2Fcom.example.im%2Fdetail%23Intent%3Bscheme%3Dpushscheme%3BlaunchFlags%3D0x4000000%3Bcomponent%3Dcom.example.im%2F.MainActivity%3Bend&extra.ext=%7B%22entity%22%3A%7B%22sender%22%3A%22denny%22%7D%7D';

describe('the worked request', () => {
  const read = xiaomi.payload.fromRequest({
    method: 'POST',
    path: '/v3/message/regid',
    headers: [],
    body: toBytes(worked),
  });
  it('reads as a draft: numbers as numbers, payload decoded twice, extra as an object', () => {
    expect(JSON.parse(read?.draft.payload ?? '')).toEqual({
      registration_id: regId,
      restricted_package_name: 'com.example.im',
      pass_through: 0,
      title: 'Denny',
      description: 'Hi 你好',
      payload: '{"k":1}',
      notify_type: 1,
      notify_id: 7,
      time_to_live: 86_400_000,
      extra: {
        channel_id: '100001',
        notify_effect: '2',
        intent_uri:
          'intent://com.example.im/detail#Intent;scheme=pushscheme;launchFlags=0x4000000;component=com.example.im/.MainActivity;end',
        ext: '{"entity":{"sender":"denny"}}',
      },
    });
    expect(read).toMatchObject({ tokens: [regId], appIdentifier: 'com.example.im', title: 'Denny', body: 'Hi 你好' });
  });
  it('goes out again byte for byte', () => {
    const request = xiaomi.sender.request(read?.draft ?? { payload: '', options: {} }, target, appSecret);
    expect('unusable' in request ? request.unusable : fromBytes(request.body)).toBe(worked);
    expect(request).toMatchObject({ method: 'POST', path: '/v3/message/regid' });
    expect('headers' in request ? request.headers : []).toEqual([
      ['authorization', 'key=AppSecretExample=='],
      ['content-type', 'application/x-www-form-urlencoded;charset=UTF-8'],
    ]);
  });
});

describe('payload is encoded twice', () => {
  it('follows the vector', () => {
    const push = { top: new Map([['payload', '{"k":1}']]), extra: new Map() };
    expect(writeForm(formOfPush(push))).toBe('payload=%257B%2522k%2522%253A1%257D');
    expect(decodePayload('%7B%22k%22%3A1%7D')).toEqual({ value: '{"k":1}', encoding: 'twice' });
  });
  it('notices that the caller forgot', () => {
    expect(decodePayload('{"k":1}')).toEqual({ value: '{"k":1}', encoding: 'once' });
    expect(decodePayload('100%&more')).toEqual({ value: '100%&more', encoding: 'once' });
  });
  it('finds nothing wrong with a text that needs no encoding', () => {
    expect(decodePayload('hello')).toEqual({ value: 'hello', encoding: 'twice' });
  });
  it('writes half a surrogate pair without throwing', () => {
    const push = { top: new Map([['payload', '\uD83D']]), extra: new Map() };
    expect(writeForm(formOfPush(push))).toBe('payload=%25EF%25BF%25BD');
  });
});

describe('forms and batches', () => {
  it('takes the first of several fields with one name', () => {
    const pairs = [
      ['title', 'a'],
      ['title', 'b'],
      ['extra.x', '1'],
      ['extra.x', '2'],
    ] as const;
    const { push } = pushOfForm(pairs);
    expect([push.top.get('title'), push.extra.get('x')]).toEqual(['a', '1']);
  });
  it('reads the messages of a batch, values of any type as text', () => {
    const text = JSON.stringify([{ target: 'r1', message: { title: 'T', notify_id: 3, extra: { ext: 'e', n: 1 } } }]);
    const [one] = singleMessages(text) ?? [];
    expect(one?.target).toBe('r1');
    expect([...(one?.push.top ?? [])]).toEqual([
      ['title', 'T'],
      ['notify_id', '3'],
    ]);
    expect([...(one?.push.extra ?? [])]).toEqual([
      ['ext', 'e'],
      ['n', '1'],
    ]);
  });
  it('reads nothing when one message is broken', () => {
    for (const text of ['', '{}', '[1]', '[{"target":1,"message":{}}]', '[{"target":"a"}]'])
      expect(singleMessages(text), text).toBeNull();
  });
  it('puts the phone’s id into a draft without one', () => {
    const request = xiaomi.sender.request(draft({ registration_id: undefined }), target, null);
    expect('unusable' in request ? '' : fromBytes(request.body)).toMatch(/^registration_id=AbCdEf/);
  });
  it('cannot make a request of a draft that is no form, nor of an unknown path', () => {
    expect(xiaomi.sender.request({ payload: '[]', options: {} }, target, null)).toMatchObject({
      unusable: { code: 'xiaomi.unreadable' },
    });
    expect(xiaomi.sender.request({ ...draft(), options: { api: '/v9' } }, target, null)).toMatchObject({
      unusable: { code: 'xiaomi.unknown-api', path: 'option:api' },
    });
  });
});

describe('recognising', () => {
  it('knows a pasted form, a pasted JSON and an id', () => {
    expect(xiaomi.payload.recognise(worked, '')).toMatchObject({ kind: 'vendor-payload', tokens: [regId] });
    expect(xiaomi.payload.recognise(draft().payload, '')).toMatchObject({ certainty: 'documented' });
    expect(xiaomi.payload.recognise(`${regId}=`, '')).toMatchObject({ kind: 'device-token' });
  });
  it('leaves alone what could be anybody’s', () => {
    for (const text of ['a=b', 'a=b&c=d', '{"title":"a","description":"b"}', 'f'.repeat(64)])
      expect(xiaomi.payload.recognise(text, ''), text).toBeNull();
  });
});
