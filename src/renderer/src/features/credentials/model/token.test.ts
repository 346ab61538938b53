import { describe, expect, it } from 'vitest';
import { readToken } from './token.ts';

const token = '5f2a9c31b7e04d6880c1f3a29be5d7144c6e0fa8d2917b35e86c40d1a7f9c90d';
const mended = (why: string, clean = token) => ({ state: 'mendable', why, clean });

describe('an APNs token', () => {
  it('is hexadecimal of any even length', () => {
    expect(readToken('apns', token)).toEqual({ state: 'fine' });
    expect(readToken('apns', token.repeat(2).toUpperCase())).toEqual({ state: 'fine' });
    expect(readToken('apns', '')).toEqual({ state: 'fine' });
  });
  it.each([
    ['blanks around it', ` ${token}\n`],
    ['quotes and a comma', `"${token}",`],
    ['its name in a log', `deviceToken: ${token}`],
    ['blanks inside it', token.replaceAll(/(.{8})/g, '$1 ').trim()],
  ])('is taken out of %s', (_name, text) => expect(readToken('apns', text)).toEqual(mended('surrounded')));
  it('is read from how iOS before 13 prints bytes', () =>
    expect(readToken('apns', `<${token.replaceAll(/(.{8})/g, '$1 ').trim()}>`)).toEqual(mended('description')));
  it('is read from how iOS 13 prints few bytes', () =>
    expect(readToken('apns', '{length = 16, bytes = 0x5f2a9c31b7e04d6880c1f3a29be5d714}')).toEqual(
      mended('description', '5f2a9c31b7e04d6880c1f3a29be5d714'),
    ));
  it('is not invented from how iOS 13 prints many', () =>
    expect(
      readToken('apns', '{length = 32, bytes = 0x5f2a9c31 b7e04d68 80c1f3a2 9be5d714 ... e86c40d1 a7f9c90d }'),
    ).toEqual({ state: 'odd', why: 'description-cut' }));
  it('is read from base64', () =>
    expect(readToken('apns', Buffer.from(token, 'hex').toString('base64'))).toEqual(mended('base64')));
  it.each([
    ['other-vendor', 'dXq3rT8sQn6vK1mZpL0wYc:APA91bE7hJ2k'],
    ['uuid', '6E1B9F2C-0C4D-4C2E-9E7B-2B1B6B0F9C11'],
    ['odd-digits', token.slice(1)],
    ['not-hex', 'not a token'],
  ])('%s is said of %j', (why, text) => expect(readToken('apns', text)).toEqual({ state: 'odd', why }));
});

describe('a token of another vendor', () => {
  const fcm = 'dXq3rT8sQn6vK1mZpL0wYc:APA91bE7hJ2kR9fTqWxN5';
  it('may have any form', () => expect(readToken('fcm', fcm)).toEqual({ state: 'fine' }));
  it('is joined again where a line was broken', () =>
    expect(readToken('fcm', `${fcm.slice(0, 20)}\n  ${fcm.slice(20)}`)).toEqual(mended('surrounded', fcm)));
  it('has no blanks inside', () =>
    expect(readToken('fcm', 'two words')).toEqual({ state: 'odd', why: 'spaces-inside' }));
});
