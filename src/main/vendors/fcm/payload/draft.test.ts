import { describe, expect, it } from 'vitest';
import type { Intent, Problem } from '../../../../shared/contract/index.ts';
import { sampleIntent } from '../../kit/conformance.ts';
import { toBytes } from '../../kit/text.ts';
import { deviceToken, foreignToken, message, nowMs, problemsOf, projectId, target } from '../samples.ts';
import { payload } from './index.ts';

/** The one problem there is. */
const only = (problems: Problem[]): Problem => {
  expect(problems.map(({ code }) => code)).toHaveLength(1);
  return problems[0]!;
};

describe('fcm payload: options and phone', () => {
  const { token: _token, ...untargeted } = message();
  it('puts the phone’s token in where the message names nobody', () => {
    expect(only(problemsOf({ message: untargeted }))).toMatchObject({ code: 'fcm.token-inserted', severity: 'info' });
    expect(only(problemsOf({ message: untargeted }, {}, null)).code).toBe('fcm.token-inserted');
    expect(only(problemsOf({ message: untargeted }, {}, { ...target, token: '' })).code).toBe('fcm.no-target');
  });
  it('tells when the message names another token', () => {
    expect(only(problemsOf({ message: message({ token: foreignToken }) })).code).toBe('fcm.other-token');
  });
  it('needs a project from the option or the credential', () => {
    const nobody = { ...target, credential: null };
    const body = { message: message() };
    expect(only(problemsOf(body, {}, nobody))).toMatchObject({ code: 'fcm.no-project', severity: 'error' });
    expect(problemsOf(body, { projectId }, nobody)).toEqual([]);
    expect(problemsOf(body, { projectId: '123456789012' })).toEqual([]);
    expect(only(problemsOf(body, { projectId: 'other-project' })).code).toBe('fcm.other-project');
    expect(only(problemsOf(body, { projectId: 'My Project' }, nobody)).code).toBe('fcm.odd-project');
    expect(only(problemsOf(body, { validateOnly: 'yes' })).code).toBe('fcm.odd-switch');
  });

  it('makes the modelled message of an intent', () => {
    const intent: Intent = { ...sampleIntent, image: 'https://a.example/b.png', androidChannelId: 'chat', badge: 7 };
    const draft = payload.fromIntent(intent, target, nowMs);
    expect(draft.options).toEqual({ dropped: '' });
    expect(draft.payload).not.toMatch(/\s"/);
    expect(JSON.parse(draft.payload)).toEqual({
      message: {
        token: deviceToken,
        notification: { title: 'Denny', body: intent.body, image: 'https://a.example/b.png' },
        data: { ext: 'jump to denny' },
        android: {
          priority: 'HIGH',
          ttl: '604800s',
          notification: { channel_id: 'chat', sound: 'default' },
        },
      },
    });
  });
  it('leaves out what an intent does not say', () => {
    const empty: Intent = {
      ...sampleIntent,
      title: null,
      sound: null,
      badge: null,
      ext: null,
      androidPriority: null,
      lifetimeSeconds: 0,
    };
    expect(JSON.parse(payload.fromIntent(empty, target, nowMs).payload)).toEqual({
      message: { token: deviceToken, notification: { body: empty.body }, android: { ttl: '0s' } },
    });
  });
  it('warns of what FCM cannot carry', () => {
    const intent: Intent = {
      ...sampleIntent,
      ext: null,
      subtitle: 'Sub',
      mutableContent: true,
      interruptionLevel: 'time-sensitive',
    };
    const draft = payload.fromIntent(intent, target, nowMs);
    expect(draft.options).toEqual({ dropped: 'subtitle,mutableContent,interruptionLevel' });
    const codes = problemsOf(draft.payload, draft.options).map(({ code, severity }) => `${severity} ${code}`);
    expect(codes).toEqual([
      'info fcm.modelled',
      'warning fcm.dropped-subtitle',
      'warning fcm.dropped-mutable-content',
      'warning fcm.dropped-interruption-level',
    ]);
  });
});

describe('fcm payload: reading requests back', () => {
  const request = (path: string, body: string) => ({ method: 'POST', path, headers: [], body: toBytes(body) });
  const path = `/v1/projects/${projectId}/messages:send?alt=json`;
  it('keeps the bytes and finds project, token and text', () => {
    const body =
      ' {"message": {"token": "T", "notification": {"title": "A"}, "android": {"notification": {"body": "B"}}}} ';
    expect(payload.fromRequest(request(path, body))).toEqual({
      draft: { payload: body, options: { projectId } },
      tokens: ['T'],
      title: 'A',
      body: 'B',
    });
  });
  it('reads a send to a topic, and a broken one', () => {
    expect(payload.fromRequest(request(path, '{"message":{"topic":"news"}}'))).toMatchObject({ tokens: [], title: '' });
    const limited = '{"message":{"token":"t","android":{"restricted_package_name":"com.example"}}}';
    expect(payload.fromRequest(request(path, limited))?.appIdentifier).toBe('com.example');
    expect(payload.fromRequest(request(path, '{'))).toMatchObject({ draft: { payload: '{' }, tokens: [] });
  });
  it('is not interested in other paths', () => {
    for (const other of ['/token', '/fcm/send', '/v1/projects/a/b/messages:send', '/v1/projects/%zz/messages:send']) {
      expect(payload.fromRequest(request(other, '{}')), other).toBeNull();
    }
  });
});
