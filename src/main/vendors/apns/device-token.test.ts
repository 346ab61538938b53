import { describe, expect, it } from 'vitest';
import { shapeOfToken, type TokenShape } from './device-token.ts';
import { deviceToken } from './testing.ts';

const grouped = deviceToken.replace(/(.{8})/g, '$1 ').trim();
const base64 = Buffer.from(deviceToken, 'hex').toString('base64');

const rows: readonly (readonly [string, TokenShape])[] = [
  [deviceToken, { kind: 'token' }],
  [deviceToken.toUpperCase(), { kind: 'token' }],
  ['ab'.repeat(54), { kind: 'token' }],
  ['ab'.repeat(80), { kind: 'token' }],
  ['ab'.repeat(8), { kind: 'token' }],
  ['ab'.repeat(7), { kind: 'length' }],
  ['ab'.repeat(201), { kind: 'length' }],
  [deviceToken.slice(1), { kind: 'odd' }],
  ['', { kind: 'empty' }],
  [`<${grouped}>`, { kind: 'description', hex: deviceToken }],
  [`{length = 32, bytes = 0x${grouped}}`, { kind: 'description', hex: deviceToken }],
  ['{length = 32, bytes = 0xc63963fd fdafa1b9 ... c63963fd fdafa1b9 }', { kind: 'description-cut' }],
  [` ${deviceToken}\n`, { kind: 'decorated', hex: deviceToken }],
  [grouped, { kind: 'decorated', hex: deviceToken }],
  [`0x${deviceToken}`, { kind: 'decorated', hex: deviceToken }],
  [deviceToken.replace(/(..)(?=.)/g, '$1:'), { kind: 'decorated', hex: deviceToken }],
  [base64, { kind: 'base64', hex: deviceToken }],
  [base64.replace(/=+$/, ''), { kind: 'base64', hex: deviceToken }],
  [Buffer.from(deviceToken, 'hex').toString('base64url'), { kind: 'base64', hex: deviceToken }],
  ['6F1C0B5E-3B7E-4A64-9D0C-2F4A5B6C7D8E', { kind: 'uuid' }],
  [`dQw4w9WgXcQ12345:APA91b${'x'.repeat(130)}`, { kind: 'fcm' }],
  ['hello', { kind: 'characters' }],
  ['会话', { kind: 'characters' }],
];

describe('apns device token', () => {
  it.each(rows)('%s', (text, shape) => {
    expect(shapeOfToken(text)).toEqual(shape);
  });
});
