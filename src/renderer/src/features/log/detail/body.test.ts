import { describe, expect, it } from 'vitest';
import { layOut, shownBody } from './body.ts';

describe('layOut', () => {
  it('indents JSON', () => expect(layOut('{"a":1}')).toBe('{\n  "a": 1\n}'));
  it('puts form fields on lines and decodes them', () =>
    expect(layOut('grant_type=urn%3Aietf&assertion=a+b')).toBe('grant_type = urn:ietf\nassertion = a b'));
  it('indents JSON in a field', () =>
    expect(layOut('a=1&message=%7B%22b%22%3A1%7D')).toBe('a = 1\nmessage = {\n  "b": 1\n}'));
  it('leaves a field that cannot be decoded', () => expect(layOut('a=%zz')).toBe('a = %zz'));
  it('leaves other text', () => expect(layOut('<html>a=b</html>')).toBe('<html>a=b</html>'));
  it('leaves broken JSON', () => expect(layOut('{"a":')).toBe('{"a":'));
  it('leaves what is very long', () => {
    const long = `[${'1,'.repeat(2_200_000)}1]`;
    expect(layOut(long)).toBe(long);
  });
});

describe('shownBody', () => {
  const body = { bytes: 2, text: '{}' as string | null, bodyB64: null as string | null, cut: false };
  it('is text', () => expect(shownBody(body)).toEqual({ kind: 'text', raw: '{}', bytes: 2, cut: false }));
  it('is nothing', () => expect(shownBody({ ...body, bytes: 0, text: '' }).kind).toBe('empty'));
  it('is base64', () =>
    expect(shownBody({ ...body, text: null, bodyB64: '/w==' })).toMatchObject({ kind: 'binary', raw: '/w==' }));
  it('says when it was cut', () => expect(shownBody({ ...body, cut: true }).cut).toBe(true));
});
