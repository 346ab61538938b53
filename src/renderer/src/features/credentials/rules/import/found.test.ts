import { describe, expect, it } from 'vitest';
import { findRules } from './found.ts';

const manifest = (filter: string) => `<?xml version="1.0" encoding="utf-8"?>
<!-- an app -->
<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="com.example.chat">
  <application android:label="Chat &amp; more">
    <activity android:name=".OpenActivity"><intent-filter>${filter}</intent-filter></activity>
  </application>
</manifest>`;
const view = '<action android:name="android.intent.action.VIEW"/>';
const plist = (body: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>${body}</dict></plist>`;
const rulesOf = (text: string) => {
  const found = findRules(text);
  return 'rules' in found ? found.rules : found;
};
const problemOf = (text: string) => {
  const found = findRules(text);
  return found.kind === 'broken' ? found.problem : found;
};

describe('AndroidManifest.xml', () => {
  it('merges the data of one filter: each scheme with each host and path', () => {
    const rules = rulesOf(
      manifest(
        `${view}<data android:scheme="chatdemo"/><data android:scheme="https" android:host="chat.example.com" android:pathPrefix="/open"/>`,
      ),
    );
    expect(rules).toMatchObject([
      {
        name: 'OpenActivity',
        match: { scheme: 'chatdemo', host: 'chat.example.com', path: '/open', pathKind: 'prefix' },
      },
      { match: { scheme: 'https', host: 'chat.example.com' }, target: { kind: 'screen', screen: 'OpenActivity' } },
    ]);
  });
  it('takes an action without data, and leaves the launcher out', () => {
    expect(rulesOf(manifest('<action android:name="com.example.OPEN"/>'))).toMatchObject([
      { match: { kind: 'intent-filter', action: 'com.example.OPEN', scheme: '' } },
    ]);
    expect(rulesOf(manifest('<action android:name="android.intent.action.MAIN"/>'))).toEqual([]);
  });
});

describe('property lists', () => {
  it('give a rule for each URL scheme', () =>
    expect(
      rulesOf(
        plist(
          '<key>CFBundleURLTypes</key><array><dict><key>CFBundleURLName</key><string>chat</string><key>CFBundleURLSchemes</key><array><string>chatdemo</string><string>cd</string></array></dict></array>',
        ),
      ),
    ).toMatchObject([{ name: 'chat', match: { kind: 'scheme', scheme: 'chatdemo' } }, { match: { scheme: 'cd' } }]));
  it('give a rule for each domain of applinks, and of nothing else', () =>
    expect(
      rulesOf(
        plist(
          '<key>aps-environment</key><string>development</string><key>com.apple.developer.associated-domains</key><array><string>applinks:chat.example.com?mode=developer</string><string>webcredentials:example.com</string><string>applinks:*.example.com</string></array>',
        ),
      ),
    ).toMatchObject([
      { match: { kind: 'universal-link', host: 'chat.example.com' } },
      { match: { host: '*.example.com' } },
    ]));
});

describe('anything else', () => {
  it('is named', () => expect(findRules('<html></html>')).toEqual({ kind: 'other', root: 'html' }));
  it.each([
    ['', 'no-root', 1, 1],
    ['hello', 'no-root', 1, 1],
    ['<manifest>\n  <application>\n</manifest>', 'end-tag', 3, 1],
    ['<manifest>\n <a b=c/></manifest>', 'attribute', 2, 4],
    ['<manifest><a></manifest>', 'end-tag', 1, 14],
    ['<manifest>', 'unclosed', 1, 1],
    ['<manifest/><manifest/>', 'after-root', 1, 12],
    ['<manifest>&xxe;</manifest>', 'entity', 1, 11],
    ['<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><manifest>&a;</manifest>', 'doctype', 1, 1],
    ['bplist00abc', 'binary', 1, 1],
    ['<a>'.repeat(500), 'deep', 1, 601],
  ])('is told where it breaks: %j', (text, reason, line, column) =>
    expect(problemOf(text)).toMatchObject({ reason, line, column }),
  );
});
