import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../../shared/contract/index.ts';
import { sampleIntent } from '../../kit/conformance.ts';
import type { JsonObject } from '../../kit/json.ts';
import { body, deviceToken, sendCapture, target } from '../samples.ts';
import { payload } from './index.ts';

const make = (over: Partial<Intent> = {}) => {
  const draft = payload.fromIntent({ ...sampleIntent, ...over }, target, 0);
  const json = JSON.parse(draft.payload) as {
    data?: string;
    android: { ttl: string; notification: JsonObject };
    notification: JsonObject;
  };
  return { json, drawn: json.android.notification, dropped: draft.options['dropped'] };
};
const withConsole = (console: Intent['vendorSettings']['console']) => ({
  vendorSettings: { android: {}, harmony: null, console },
});

describe('honor: from an intent', () => {
  it('is a notification with ext in data', () => {
    expect(make().json).toEqual({
      data: '{"ext":"jump to denny"}',
      notification: { title: 'Denny', body: 'Lunch at 12:30? 合同我也带一份。' },
      android: {
        ttl: '604800s',
        notification: { title: 'Denny', body: 'Lunch at 12:30? 合同我也带一份。', clickAction: { type: 3 } },
      },
      token: [deviceToken],
    });
    expect(make().dropped).toBe('');
  });
  it('puts importance, image, long text and badge where Honor has them', () => {
    expect(
      make({ importance: 'NORMAL', image: 'https://a.example/x.png', longText: true, body: 'Hi' }).drawn,
    ).toMatchObject({
      importance: 'NORMAL',
      image: 'https://a.example/x.png',
      style: 1,
      bigTitle: 'Denny',
      bigBody: 'Hi',
    });
    const badge = { badgeChange: { kind: 'set', number: 3 } } as const;
    expect(make({ ...badge, ...withConsole({ badgeClass: 'a.b.Main' }) }).drawn['badge']).toEqual({
      setNum: 3,
      badgeClass: 'a.b.Main',
    });
    expect(
      make({ badgeChange: { kind: 'add', number: 1 }, ...withConsole({ badgeClass: 'a.b.Main' }) }).drawn['badge'],
    ).toEqual({ addNum: 1, badgeClass: 'a.b.Main' });
    expect([make(badge).drawn['badge'], make(badge).dropped]).toEqual([undefined, 'badge-class']);
  });
  const ext = '{"ext":"jump to denny"}';
  it.each([
    [{ kind: 'web', url: 'https://a.example' }, { type: 2, url: 'https://a.example' }, ext, 'ext-web'],
    [{ kind: 'action', name: 'a.OPEN' }, { type: 1, action: 'a.OPEN' }, ext, ''],
    [{ kind: 'activity', name: 'a.B' }, { type: 3 }, ext, 'click-activity'],
    [
      { kind: 'intent', uri: 'chat://host/page?a=b' },
      { type: 1, intent: 'intent://host/page?a=b#Intent;scheme=chat;S.ext=jump%20to%20denny;end' },
      undefined,
      '',
    ],
    [
      { kind: 'intent', uri: 'intent://h/p#Intent;scheme=chat;end' },
      { type: 1, intent: 'intent://h/p#Intent;scheme=chat;S.ext=jump%20to%20denny;end' },
      undefined,
      '',
    ],
    [{ kind: 'intent', uri: 'nonsense' }, { type: 1, intent: 'nonsense' }, ext, 'click-unreadable'],
  ] as [Intent['click'], JsonObject, string | undefined, string][])('click %j', (click, expected, data, dropped) => {
    const made = make({ click });
    expect([made.drawn['clickAction'], made.json.data, made.dropped]).toEqual([expected, data, dropped]);
  });
  it('leaves an intent alone without ext', () => {
    const made = make({ ext: null, click: { kind: 'intent', uri: 'chat://host' } });
    expect([made.drawn['clickAction'], made.json.data]).toEqual([{ type: 1, intent: 'chat://host' }, undefined]);
  });
  it('cuts title and text as Tencent does, and says so', () => {
    const made = make({ title: 'x'.repeat(51), body: 'y'.repeat(401) });
    expect(made.json.notification).toEqual({ title: `${'x'.repeat(47)}...`, body: `${'y'.repeat(397)}...` });
    expect(made.dropped).toBe('cut-title,cut-body');
    expect(make({ title: 'x'.repeat(50), body: 'y'.repeat(400) }).dropped).toBe('');
  });
  it.each([
    [{ subtitle: 'x' }, 'subtitle'],
    [{ mutableContent: true }, 'mutable-content'],
    [{ interruptionLevel: 'active' }, 'interruption-level'],
    [{ contentAvailable: true }, 'content-available'],
    [{ voip: true }, 'voip'],
    [{ liveActivity: { id: 'a', token: 'b' } }, 'live-activity'],
    [{ sound: 'ding.mp3' }, 'sound'],
    [{ sound: null }, 'silence'],
    [{ sound: null, importance: 'LOW' }, ''],
    [{ androidChannelId: 'chat' }, 'channel'],
    [{ category: 'IM' }, 'category'],
    [{ title: null }, 'no-title'],
    [{ lifetimeSeconds: 0 }, 'lifetime'],
  ] as [Partial<Intent>, string][])('%j is a problem, not lost in silence', (over, name) =>
    expect(make(over).dropped).toBe(name),
  );
});

describe('honor: read back and recognised', () => {
  it('reads the app from the address', () => {
    expect(payload.fromRequest({ ...sendCapture(body()), path: '/api/v1/42/sendMessage?x' })).toMatchObject({
      draft: { options: { appId: '42' } },
      tokens: [deviceToken],
      title: 'Denny',
      body: 'Lunch at 12:30?',
    });
    for (const path of ['/api/v2/42/sendMessage', '/v1/42/messages:send', '/api/v1/%/sendMessage'])
      expect(payload.fromRequest({ ...sendCapture(body()), path }), path).toBeNull();
  });
  it('takes only what is Honor’s', () => {
    const kind = (value: unknown) => payload.recognise(JSON.stringify(value), '')?.kind ?? null;
    expect(kind(body())).toBe('vendor-payload');
    expect(kind({ android: { notification: { clickAction: { type: 3 } } } })).toBe('vendor-payload');
    expect(kind({ message: body() })).toBeNull();
    expect(kind({ token: 'a', notification: { title: 'x' } })).toBeNull();
    expect(kind({ notification: { title: 'x' }, android: { priority: 'HIGH' } })).toBeNull();
    expect(payload.recognise(`IQAAAACy0${'x'.repeat(100)}`, '')).toBeNull();
  });
});
