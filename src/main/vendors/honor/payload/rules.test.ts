import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kit/json.ts';
import { appId, body, deviceToken, foreignToken, problemsOf, target } from '../samples.ts';
import { droppable } from './intent.ts';
import { bodyBytes } from './rules.ts';

const errorsOf = (value: unknown, to = target): string[] =>
  problemsOf(value, {}, to)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code.replace('honor.', '')} ${path}`);
const an = '$.android.notification';
const long = (length: number) => 'x'.repeat(length);

describe('honor payload: rules', () => {
  it('has nothing against right bodies', () => {
    expect(errorsOf(body())).toEqual([]);
    expect(errorsOf({ data: 'any text', token: [deviceToken] })).toEqual([]);
    expect(
      errorsOf(
        body({ drawing: { when: '2014-10-02T15:01:23.045123456Z', badge: { setNum: 0 }, buttons: [{ name: 'a' }] } }),
      ),
    ).toEqual([]);
    for (const ttl of ['1s', '1296000s'])
      expect(errorsOf(body({ root: { android: { ttl, notification: { clickAction: { type: 3 } } } } }))).toEqual([]);
  });
  const drawings: [string, JsonObject, string][] = [
    ['no clickAction', { clickAction: null }, `no-click ${an}.clickAction`],
    ['click type 4', { clickAction: { type: 4 } }, `click-type ${an}.clickAction.type`],
    ['type 1 without page', { clickAction: { type: 1 } }, `click-no-page ${an}.clickAction`],
    ['type 2 over http', { clickAction: { type: 2, url: 'http://a.example' } }, `click-url ${an}.clickAction.url`],
    ['badge adds −1', { badge: { addNum: -1 } }, `badge-range ${an}.badge.addNum`],
    ['badge set to 100', { badge: { setNum: 100 } }, `badge-range ${an}.badge.setNum`],
    ['style 2', { style: 2 }, `style ${an}.style`],
    ['style 1 without title', { style: 1, bigBody: 'x' }, `style-text ${an}.bigTitle`],
    ['style 1 without body', { style: 1, bigTitle: 'x' }, `style-text ${an}.bigBody`],
    ['importance HIGH', { importance: 'HIGH' }, `unknown-choice ${an}.importance`],
    ['four buttons', { buttons: Array.from({ length: 4 }, () => ({ name: 'a' })) }, `buttons ${an}.buttons`],
    ['a button without name', { buttons: [{}] }, `button-name ${an}.buttons[0].name`],
    ['a long button', { buttons: [{ name: long(41) }] }, `button-name ${an}.buttons[0].name`],
    ['much data on a button', { buttons: [{ name: 'a', data: long(1025) }] }, `button-data ${an}.buttons[0].data`],
    ['a button that does 3', { buttons: [{ name: 'a', actionType: 3 }] }, `unknown-choice ${an}.buttons[0].actionType`],
    ['a picture over http', { image: 'http://a.example' }, `image ${an}.image`],
    ['a local time', { when: '2014-10-02 15:01:23' }, `when ${an}.when`],
    ['notifyId as text', { notifyId: '7' }, `wrong-type ${an}.notifyId`],
  ];
  it.each(drawings)('%s', (_name, drawing, expected) => expect(errorsOf(body({ drawing }))).toEqual([expected]));

  const bodies: [string, unknown, string][] = [
    ['no title', body({ root: { notification: { body: 'x' } } }), `no-text ${an}.title`],
    ['no body', body({ root: { notification: { title: 'x' } } }), `no-text ${an}.body`],
    ['data as object', body({ root: { data: {} } }), 'data-not-text $.data'],
    ['android.data as object', body({ android: { data: {} } }), 'data-not-text $.android.data'],
    ['ttl of 15 days and a second', body({ android: { ttl: '1296001s' } }), 'ttl-range $.android.ttl'],
    ['ttl 0', body({ android: { ttl: '0s' } }), 'ttl-range $.android.ttl'],
    ['ttl without s', body({ android: { ttl: '86400' } }), 'bad-ttl $.android.ttl'],
    ['targetUserType 2', body({ android: { targetUserType: 2 } }), 'unknown-choice $.android.targetUserType'],
    ['token as text', body({ root: { token: deviceToken } }), 'token-not-list $.token'],
    ['no tokens', body({ root: { token: [] } }), 'no-tokens $.token'],
    ['an empty token', body({ root: { token: [deviceToken, ' '] } }), 'bad-token $.token[1]'],
    [
      '1001 tokens',
      body({ root: { token: [...Array.from({ length: 1000 }, (_, index) => `t${index}`), deviceToken] } }),
      'too-many-tokens $.token',
    ],
    ['neither notification nor data', { token: [deviceToken] }, 'empty-message $'],
    ['Huawei’s form', { message: { data: 'x', token: [deviceToken] } }, 'huawei-form $.message'],
    ['no JSON', '{', 'not-json $'],
    ['a list', '[]', 'root-not-object $'],
  ];
  it.each(bodies)('%s', (_name, value, expected) => expect(errorsOf(value)).toEqual([expected]));
  it('needs a token, which the phone’s may be', () => {
    expect(errorsOf(body({ root: { token: null } }))).toEqual([]);
    expect(errorsOf(body({ root: { token: null } }), { ...target, token: '' })).toEqual(['no-target $']);
  });
  it('counts bytes without the tokens', () => {
    const data = (length: number) => JSON.stringify(body({ root: { data: long(length) } }));
    const used = bodyBytes(data(0), [deviceToken]);
    expect([errorsOf(data(4096 - used)), errorsOf(data(4097 - used))]).toEqual([[], ['too-large $']]);
  });
});

describe('honor payload: advice', () => {
  const codes = (value: unknown, options: Record<string, string> = {}, to = target): string[] =>
    problemsOf(value, options, to)
      .map(({ code }) => code.replace('honor.', ''))
      .filter((code) => !['importance-right', 'ext-not-json'].includes(code));
  const cases: [string, unknown, string[]][] = [
    ['nothing', body(), []],
    ['marketing', body({ drawing: { importance: 'LOW' } }), ['marketing']],
    ['no importance', body({ drawing: { importance: null } }), ['no-importance']],
    ['a long title', body({ root: { notification: { title: long(41), body: 'x' } } }), ['long-text']],
    ['a long text', body({ root: { notification: { title: 'x', body: long(257) } } }), ['long-text']],
    ['plain data', body({ root: { data: 'plain' } }), ['data-not-json']],
    ['a web page', body({ drawing: { clickAction: { type: 2, url: 'https://a.example' } } }), ['data-lost-web']],
    ['an odd intent', body({ drawing: { clickAction: { type: 1, intent: 'x' } } }), ['intent-unreadable']],
    ['data alone', { data: '{}', token: [deviceToken] }, ['data-message']],
    ['another token', body({ root: { token: [foreignToken] } }), ['other-token']],
    ['no token', body({ root: { token: null } }), ['token-inserted']],
    ['a snake', body({ drawing: { click_action: {} } }), ['unknown-field']],
  ];
  it.each(cases)('%s', (_name, value, expected) => expect(codes(value)).toEqual(expected));
  const options: [Record<string, string>, string[]][] = [
    [{ appId: '42' }, ['other-app-id']],
    [{ appId: 'c2b7e9' }, ['odd-app-id']],
    [{ appId }, []],
    [{ testMessage: 'yes' }, ['odd-switch']],
    [{ dropped: droppable.join(',') }, ['modelled', ...droppable.map((name) => `dropped-${name}`)]],
  ];
  it.each(options)('%j', (given, expected) => expect(codes(body(), given)).toEqual(expected));
  it('names a missing App ID', () => {
    const to = { ...target, credential: null };
    expect(problemsOf(body(), {}, to).map(({ code }) => code)).toContain('honor.no-app-id');
    expect(problemsOf(body(), {}, null).map(({ code }) => code)).not.toContain('honor.no-app-id');
  });
});
