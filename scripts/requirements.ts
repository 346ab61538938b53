/** Writes docs/requirements.md: every requirement of the IM documents with the tests that carry its number. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';

const root = path.resolve(import.meta.dirname, '..');

interface Requirement {
  readonly text: string;
  /** Area it will come with, while no test carries its number. */
  readonly due: string;
}
const im = 'IM engine';
const vendors = 'vendors';
const phones = 'phones';
const audit = 'credentials audit';
const r = (text: string, due: string): Requirement => ({ text, due });

/** In the order of their numbers, in our own words. */
export const requirements: readonly Requirement[] = [
  r('A push goes out while the app is in the background or its process is killed', im),
  r('iOS devices go through APNs', im),
  r('Android users have to register an offline callback', im),
  r('One-to-one and group forms are both shown', im),
  r('APNs, first call: report the token', im),
  r('APNs, second call: report the unread count on going to the background', im),
  r('APNs, third call: report the foreground', im),
  r('The ext of a custom element is copied into the push', im),
  r('ext serves redirects on tap', phones),
  r('One message can have its own sound, by its custom element', im),
  r('The overview says that this sound goes into ext', im),
  r('Android SDK 1.8.0 and later receive when killed', im),
  r('A backend sender gets the iOS text from the push format', im),
  r('A backend sender gets the Android form from OfflinePushInfo', im),
  r('The vendors named: APNs, Xiaomi, Huawei, Meizu, vivo, OPPO, FCM', vendors),
  r('TPNS as one route for all, equal to the direct one', vendors),
  r('Where to read about certificates', audit),
  r('Four steps: certificate, upload, device token, report', audit),
  r('The device token is asked for at each login', im),
  r('The token is reported after login, and a failure has a code', im),
  r('Who logged out or was kicked gets nothing', im),
  r('Certificate file name in plain English letters', audit),
  r('A certificate file needs a password', audit),
  r('An App Store build needs a production certificate', audit),
  r('A certificate file has to be genuine and valid', audit),
  r('The upload gives a certificate ID, which is kept', audit),
  r('The businessID reported is the certificate ID', im),
  r('iOS before 8 and since register differently', im),
  r('C2C text: nickname, colon, content; without a nickname the content', im),
  r('Group text: name (group): content; card before nickname; neither: no name', im),
  r('A text element is shown as it is', im),
  r('An audio element has its placeholder', im),
  r('A file element has its placeholder', im),
  r('An image element has its placeholder', im),
  r('A custom element shows its desc; without one nothing is pushed', im),
  r('The content is built from every element', im),
  r('Several apps may share one SDKAppID, each with its own certificate', audit),
  r('The iOS sound is a file name with extension', im),
  r('A title is added to the default content', im),
  r('A desc is the content', im),
  r('The app reads ext under the key ext', phones),
  r('The example: Denny to Vinson, ext «jump to denny»', im),
  r('onlineUserOnly has to be off for a push', im),
  r('App and certificate are of the same environment', im),
  r('The development environment may give no token', audit),
  r('Custom messages are not pushed by default; set desc', im),
  r('What each vendor asks of system and SDK', vendors),
  r('FCM needs Play Services and works outside mainland China', vendors),
  r('OPPO and vivo: not on every model', vendors),
  r('Offline means closed without logging out', im),
  r('System messages are never pushed', im),
  r('Global settings take effect after login', im),
  r('Global switch for offline push', im),
  r('Global sounds for C2C and groups', im),
  r('Custom sounds by the legacy SDK on APNs only', im),
  r('Settings of one message win over global ones', im),
  r('A message without settings has none, not defaults', im),
  r('Title and text for both platforms, with overrides for each', im),
  r('ext is bytes; enabled is on by default', im),
  r('Legacy Android settings', im),
  r('NotifyMode.Normal opens the app without a callback', phones),
  r('Legacy iOS sound, and the value for silence', im),
  r('The badge can be switched off per message', im),
  r('The example with text, title, description and ext as JSON', im),
  r('Constructors of the settings before 2.5.3', im),
  r('A send succeeds or fails with code and description', im),
  r('Rule names in four languages', 'window texts'),
];

const testFiles = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(test|spec)\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

/** Files whose test titles carry a number, by number. */
export const holders = (): ReadonlyMap<number, ReadonlySet<string>> => {
  const found = new Map<number, Set<string>>();
  for (const file of [...testFiles('src'), ...testFiles('tests')].toSorted()) {
    const titles = [
      ...readFileSync(path.join(root, file), 'utf8').matchAll(
        /(?:\b(?:it|test|describe)(?:\.\w+)*\(|\[)\s*(['`"])((?:(?!\1).)*?\bR\d{1,2}\b.*?)\1/g,
      ),
    ];
    for (const title of titles) {
      for (const [, number] of (title[2] ?? '').matchAll(/\bR(\d{1,2})\b/g)) {
        found.set(Number(number), (found.get(Number(number)) ?? new Set()).add(file));
      }
    }
  }
  return found;
};

export const requirementsPage = (): string => {
  const held = holders();
  const rows = requirements.map(({ text, due }, index) => {
    const files = [...(held.get(index + 1) ?? [])];
    return `| R${index + 1} | ${text} | ${files.length > 0 ? files.map((file) => `\`${file}\``).join(', ') : `due with: ${due}`} |`;
  });
  const count = requirements.filter((_, index) => held.has(index + 1)).length;
  return `# Requirements of the IM documents

Derived from five public documents of Tencent Cloud Chat on offline push (overview in two languages, the iOS and the Android guide).
Written by \`npm run requirements\`; a test compares this page with the tests. ${count} of ${requirements.length} are held by a test that carries the number.

| No. | Requirement | Held by |
| --- | --- | --- |
${rows.join('\n')}
`;
};

if (process.argv[1] === import.meta.filename) {
  const page = path.join(root, 'docs/requirements.md');
  // Laid out as the formatting check wants it: what this writes can be committed.
  writeFileSync(page, await format(requirementsPage(), { ...(await resolveConfig(page)), filepath: page }));
}
