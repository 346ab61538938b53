import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readShellWord, shellWord } from '../kit/shell.ts';
import { payload } from './payload.ts';
import { pushFile, pushOwnFile, pushStdin, readSimctl } from './simctl.ts';

const bundle = 'com.example.im';
const target = { device: 'booted', bundle };
const nasty = [
  '{"aps":{"alert":"It\'s 12:30"}}',
  '{"aps":{"alert":"\'\'"}}',
  '{"aps":{"alert":"$HOME `date` $(id) !! \\\\ \\n %s \\u00e9"}}',
  '{\n  "aps": { "alert": "合同 🎉" }\n}',
  '{"a":"#;&|<>*?[x]~"}',
];

/** The shells of this machine that a Mac or a CI runs such a line in. */
const shells = ['/bin/sh', '/bin/bash', '/bin/zsh', '/bin/dash'].filter((path) => existsSync(path));

/** Runs a line with an `xcrun` that prints each of its arguments and what it is given. */
const runIn = (shell: string, line: string): string =>
  execFileSync(shell, ['-c', `xcrun() { printf '<%s>' "$@"; [ "$#" = 5 ] && [ "$5" = - ] && cat; :; }\n${line}`], {
    encoding: 'utf8',
  });

describe.each(shells)('a real shell: %s', (shell) => {
  it.each(nasty)('hands %s over as it is', (text) => {
    expect(runIn(shell, pushStdin(target, text))).toBe(`<simctl><push><booted><com.example.im><->${text}`);
  });
  it('takes names with blanks, quotes and a leading hyphen as one word', () => {
    expect(runIn(shell, pushFile({ device: "Denny's iPhone", bundle }, '-my push.apns'))).toBe(
      "<simctl><push><Denny's iPhone><com.example.im><./-my push.apns>",
    );
    expect(runIn(shell, pushOwnFile('booted', 'push.apns'))).toBe('<simctl><push><booted><push.apns>');
  });
});

describe('a word of a shell', () => {
  it('needs no quotes when it is plain', () => {
    expect(shellWord('com.example.im')).toBe('com.example.im');
    expect(shellWord('')).toBe("''");
  });
  it.each(nasty)('comes back from its quotes: %s', (text) => {
    expect(readShellWord(shellWord(text), 0)?.word).toBe(text);
  });
  it('ends where a quote stays open', () => {
    expect(readShellWord("'open", 0)).toBeNull();
    expect(readShellWord('', 0)).toBeNull();
  });
});

describe('a pasted simctl push', () => {
  it.each(nasty)('gives back what was exported: %s', (text) => {
    expect(readSimctl(pushStdin(target, text))).toEqual({ payload: text, bundle });
  });
  it.each([
    [`$ echo '{"aps":{}}' | xcrun simctl push booted ${bundle} -`, '{"aps":{}}', bundle],
    [`echo -n "{\\"aps\\":{}}" | xcrun simctl push booted ${bundle} -`, '{"aps":{}}', bundle],
    [`xcrun simctl push booted ${bundle} - <<'EOF'\n{\n "aps": {}\n}\nEOF`, '{\n "aps": {}\n}', bundle],
    [`cat <<EOF | xcrun simctl push booted ${bundle} -\n{"aps":{}}\nEOF\n`, '{"aps":{}}', bundle],
    [`xcrun simctl push booted ${bundle} - <<< '{"aps":{}}'`, '{"aps":{}}', bundle],
    [`printf '{"aps":{}}' | xcrun simctl push 6F1C0B5E-3B7E -`, '{"aps":{}}', ''],
  ])('%s', (line, text, named) => {
    expect(readSimctl(line)).toEqual({ payload: text, bundle: named });
  });
  it('is none when its payload is in a file', () => {
    expect(readSimctl(`xcrun simctl push booted ${bundle} push.apns`)).toBeNull();
    expect(readSimctl('{"aps":{}}')).toBeNull();
  });
  it('is recognised; the app on the line outranks the one in the payload', () => {
    const text = '{"Simulator Target Bundle":"com.example.other","aps":{"alert":"x"}}';
    expect(payload.recognise(pushStdin(target, text), '')).toEqual({
      kind: 'apns-file',
      draft: { payload: '{"aps":{"alert":"x"}}', options: { topic: bundle, pushType: 'alert' } },
      tokens: [],
      certainty: 'documented',
    });
  });
});
