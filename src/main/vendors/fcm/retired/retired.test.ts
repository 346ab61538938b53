import { describe, expect, it } from 'vitest';
import { fromBytes, toBytes } from '../../kit/text.ts';
import type { WireRequest } from '../../vendor.ts';
import { fcm } from '../index.ts';
import { decide, deviceToken, sendCapture } from '../samples.ts';
import { convertMessage } from './convert.ts';
import { oldProtocol, readRetired } from './index.ts';

const legacy = (body: unknown, over: Partial<WireRequest> = {}): WireRequest => ({
  method: 'POST',
  path: '/fcm/send',
  headers: [
    ['authorization', 'key=AAAAabc_D-1:APA91bX'],
    ['content-type', 'application/json'],
  ],
  body: toBytes(typeof body === 'string' ? body : JSON.stringify(body)),
  ...over,
});
const whole = {
  to: deviceToken,
  collapse_key: 'chat',
  priority: 'high',
  time_to_live: 3600,
  content_available: true,
  mutable_content: true,
  dry_run: true,
  restricted_package_name: 'com.example.im',
  data: { ext: 'x', count: 3, more: { a: 1 } },
  notification: {
    title: 'Denny',
    body: 'Lunch?',
    sound: 'default',
    badge: '2',
    click_action: 'OPEN',
    tag: 't',
    color: '#ff0000',
    icon: 'ic',
    android_channel_id: 'chat',
    subtitle: 'Team',
    title_loc_key: 'k',
    title_loc_args: '["a","b"]',
  },
};

describe('fcm: a message of the retired API becomes one of v1', () => {
  it('puts every field where v1 has it', () => {
    expect(convertMessage(whole)).toEqual({
      tokens: [deviceToken],
      madeStrings: true,
      leftOut: [],
      body: {
        validate_only: true,
        message: {
          notification: { title: 'Denny', body: 'Lunch?' },
          data: { ext: 'x', count: '3', more: '{"a":1}' },
          android: {
            collapse_key: 'chat',
            priority: 'HIGH',
            ttl: '3600s',
            restricted_package_name: 'com.example.im',
            notification: {
              channel_id: 'chat',
              icon: 'ic',
              color: '#ff0000',
              sound: 'default',
              tag: 't',
              click_action: 'OPEN',
              title_loc_key: 'k',
              title_loc_args: ['a', 'b'],
            },
          },
          apns: {
            headers: { 'apns-priority': '10', 'apns-collapse-id': 'chat' },
            payload: {
              aps: {
                alert: { subtitle: 'Team', 'title-loc-key': 'k', 'title-loc-args': ['a', 'b'] },
                badge: 2,
                sound: 'default',
                category: 'OPEN',
                'content-available': 1,
                'mutable-content': 1,
              },
            },
          },
        },
      },
    });
  });
  it('makes a message that our gateway accepts', () => {
    const { restricted_package_name: _left, ...rest } = whole;
    const { body } = convertMessage({ ...rest, dry_run: false });
    const made = fcm.sender.request(
      { payload: JSON.stringify(body), options: { projectId: 'pushscope-demo' } },
      { token: deviceToken, appIdentifier: 'com.example.im', environment: 'production', credential: null },
      null,
    );
    if ('unusable' in made) throw new Error('no request was made');
    expect(decide(sendCapture(fromBytes(made.body) ?? '')).verdict).toMatchObject({ accepted: true });
  });
  it.each([
    ['a topic', { to: '/topics/news' }, { topic: 'news' }, []],
    ['a condition', { condition: "'a' in topics" }, { condition: "'a' in topics" }, []],
    ['many tokens', { registration_ids: ['a', 'b'] }, {}, ['a', 'b']],
    ['nothing', {}, {}, []],
    ['another type', { to: 7, registration_ids: 'x', notification: [], data: 'y' }, {}, []],
  ])('%s', (_name, old, message, tokens) => {
    expect(convertMessage(old)).toMatchObject({ body: { message }, tokens });
  });
  it('names what has no place any more', () => {
    const { leftOut } = convertMessage({ delay_while_idle: true, notification: { odd: 1 } });
    expect(leftOut).toEqual(['delay_while_idle', 'notification.odd']);
  });
});

describe('fcm: retired requests', () => {
  it('reads JSON, the older form, and an XMPP stream', () => {
    const json = readRetired(legacy(whole));
    expect(json).toMatchObject({ form: 'FCM legacy HTTP', pushes: [{ tokens: [deviceToken], title: 'Denny' }] });
    const form = readRetired(
      legacy('registration_id=abc&data.ext=hi&collapse_key=c', {
        path: '/gcm/send?x=1',
        headers: [['Content-Type', 'application/x-www-form-urlencoded;charset=UTF-8']],
      }),
    );
    expect(form?.pushes[0]?.tokens).toEqual(['abc']);
    expect(JSON.parse(form?.pushes[0]?.draft.payload ?? '')).toMatchObject({
      message: { data: { ext: 'hi' }, android: { collapse_key: 'c' } },
    });
    const stanza = `<message id=""><gcm xmlns="google:mobile:data">{&quot;to&quot;:&quot;abc&quot;,"message_id":"m"}</gcm></message>`;
    const xmpp = readRetired(legacy(stanza, { method: 'XMPP', path: '/' }));
    expect(xmpp).toMatchObject({ form: 'FCM legacy XMPP', pushes: [{ tokens: ['abc'] }] });
    expect(xmpp?.notes).toContainEqual({ id: 'fcm.retired.left-out', params: { names: 'message_id' } });
  });
  it('takes no other request for one, and bears anything as body', () => {
    expect(readRetired(legacy(whole, { path: '/v1/projects/p/messages:send' }))).toBeNull();
    for (const body of ['', '{', '[]', 'null', '\0\0']) expect(readRetired(legacy(body))?.pushes).toEqual([]);
  });
  it('knows an XMPP stream by its opening, and keeps nothing of its key', () => {
    const opening = '<stream:stream to="fcm.googleapis.com" version="1.0"><auth mechanism="PLAIN">c2VjcmV0</auth>';
    const read = oldProtocol(toBytes(opening));
    expect(read).toMatchObject({ name: 'XMPP', isWhole: false });
    expect(fromBytes(read?.body ?? toBytes(''))).not.toContain('c2VjcmV0');
    for (const other of ['GET / HTTP/1.1', '<html>', '', '\u0000']) expect(oldProtocol(toBytes(other))).toBeNull();
  });
  it('is refused with its token, and no mode opens it again', () => {
    const answer = decide(sendCapture(JSON.stringify(whole), { path: '/fcm/send' }));
    expect(answer).toMatchObject({
      isRetired: true,
      verdict: { status: 404, code: 'HTTP_404' },
      targets: [{ token: deviceToken, outcome: 'rejected' }],
    });
  });
});
