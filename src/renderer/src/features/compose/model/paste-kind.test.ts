import { describe, expect, it } from 'vitest';
import { isCredentialFile, isForReading, pasteKindOf } from './paste-kind.ts';

describe('what a pasted text looks like', () => {
  it.each([
    ['curl https://api.push.apple.com/', 'curl'],
    ['$ curl -v \\\n https://x/', 'curl'],
    ['  {"aps":{}}', 'object'],
    ['\uFEFF{“aps”:{}}', 'object'],
    ['-----BEGIN PRIVATE KEY-----\nMIG', 'credential'],
    ['{"type": "service_account", "private_key": "x"}', 'credential'],
    ['"badge": 1', 'text'],
    ['curling', 'text'],
    ['', 'text'],
  ] as const)('%j is %s', (text, kind) => expect(pasteKindOf(text)).toBe(kind));
  it.each(['key.p8', 'a.P12', 'x.pem'])('%s holds a credential', (name) => expect(isCredentialFile(name)).toBe(true));
  it.each(['push.apns', 'payload.json', 'p8', ''])('%j does not', (name) => expect(isCredentialFile(name)).toBe(false));
});

describe('a paste is read as a push', () => {
  it.each([
    ['credential', 'editor', true],
    ['curl', 'field', true],
    ['object', 'whole-editor', true],
    ['object', 'field', true],
    ['object', 'editor', false],
    ['text', 'editor', false],
    ['text', 'whole-editor', false],
    ['text', 'field', false],
    ['text', 'elsewhere', true],
  ] as const)('%s into %s: %s', (kind, place, expected) => expect(isForReading(kind, place)).toBe(expected));
});
