import { describe, expect, it } from 'vitest';
import type { RuleMatch } from '../../shared/contract/index.ts';
import { fitsPattern, matchAddress, type Opened } from './addresses.ts';
import { matchEntity } from './entity.ts';

type AddressMatch = Parameters<typeof matchAddress>[0];
const view = (data: string, action = 'android.intent.action.VIEW'): Opened => ({ data, action });
const matches = (match: AddressMatch, opened: Opened) => matchAddress(match, null, opened) !== null;
const filter = (over: Partial<Extract<RuleMatch, { kind: 'intent-filter' }>> = {}): AddressMatch => ({
  kind: 'intent-filter',
  action: 'android.intent.action.VIEW',
  scheme: 'chatdemo',
  host: 'chat',
  path: '/open',
  pathKind: 'prefix',
  ...over,
});

describe('a URL scheme', () => {
  it('is compared without case, and nothing else is', () => {
    expect(matches({ kind: 'scheme', scheme: 'chatdemo' }, view('ChatDemo://chat/1'))).toBe(true);
    expect(matches({ kind: 'scheme', scheme: 'chat' }, view('chatdemo://chat/1'))).toBe(false);
    expect(matches({ kind: 'scheme', scheme: '' }, view('chatdemo://chat/1'))).toBe(false);
  });
  it('is looked for in an ext that is an address, where the system was handed none', () => {
    expect(matchAddress({ kind: 'scheme', scheme: 'chatdemo' }, 'chatdemo://chat/denny?from=push', null)).toMatchObject(
      {
        value: 'chatdemo://chat/denny?from=push',
        host: 'chat',
        path: '/denny',
        last: 'denny',
        from: 'push',
      },
    );
    expect(matchAddress({ kind: 'scheme', scheme: 'jump' }, 'jump to denny', null)).toBeNull();
  });
});

describe('a universal link', () => {
  const link = (host: string, path = ''): AddressMatch => ({ kind: 'universal-link', host, path });
  it('asks for a web address of the host', () => {
    expect(matches(link('chat.example.com'), view('https://chat.example.com/a'))).toBe(true);
    expect(matches(link('chat.example.com'), view('chatdemo://chat.example.com/a'))).toBe(false);
    expect(matches(link('chat.example.com'), view('https://example.com/a'))).toBe(false);
  });
  it('takes any host below with *., and not the host itself', () => {
    expect(matches(link('*.example.com'), view('https://a.b.example.com/'))).toBe(true);
    expect(matches(link('*.example.com'), view('https://example.com/'))).toBe(false);
  });
  it('compares the path with * and ?', () => {
    expect(matches(link('a.com', '/chat/*'), view('https://a.com/chat/denny'))).toBe(true);
    expect(matches(link('a.com', '/chat/?'), view('https://a.com/chat/12'))).toBe(false);
  });
});

describe('an intent filter', () => {
  it('matches when every part it names is there', () =>
    expect(matches(filter(), view('chatdemo://chat/open/1'))).toBe(true));
  it.each([
    ['action', view('chatdemo://chat/open', 'a.b.OTHER')],
    ['scheme', view('other://chat/open')],
    ['host', view('chatdemo://other/open')],
    ['path', view('chatdemo://chat/close')],
  ])('does not match with another %s', (_part, opened) => expect(matches(filter(), opened)).toBe(false));
  it('compares the path as it says', () => {
    expect(matches(filter({ pathKind: 'exact' }), view('chatdemo://chat/open/1'))).toBe(false);
    expect(matches(filter({ pathKind: 'pattern', path: '/.*/1' }), view('chatdemo://chat/open/1'))).toBe(true);
  });
  it('without a scheme takes only an Intent without data', () => {
    const bare = filter({ scheme: '', action: 'com.example.OPEN' });
    expect(matches(bare, view('', 'com.example.OPEN'))).toBe(true);
    expect(matches(bare, view('chatdemo://chat', 'com.example.OPEN'))).toBe(false);
  });
  it('reads an ext that is an Intent text', () =>
    expect(matchAddress(filter(), 'intent://chat/open#Intent;scheme=chatdemo;end', null)).toMatchObject({
      host: 'chat',
    }));
});

describe('patterns', () => {
  it('go back to the last star only', () => {
    expect(fitsPattern('abcabc', 'a*c')).toBe(true);
    expect(fitsPattern('abcab', 'a*c')).toBe(false);
    expect(fitsPattern('a'.repeat(20_000), `${'*a'.repeat(50)}b`)).toBe(false);
  });
});

describe('TUIKit’s entity', () => {
  const entity = { version: 1, chatType: 1, action: 1, sender: 'denny', nickname: 'Denny' };
  const any = { kind: 'entity', chatType: 0, action: 0 } as const;
  const asked = (over: object, match: Parameters<typeof matchEntity>[0] = any) =>
    matchEntity(match, JSON.stringify({ entity: { ...entity, ...over } }));
  it('gives its fields, and the screen of its kind', () => {
    expect(asked({})).toMatchObject({ value: 'denny', screen: 'chat', nickname: 'Denny' });
    expect(asked({ chatType: 2, sender: 'team' })).toMatchObject({ value: 'team', screen: 'group' });
  });
  it.each([{ version: 2 }, { version: '1' }, { chatType: 3 }, { action: 3 }])('is none with %j', (over) =>
    expect(asked(over)).toBeNull(),
  );
  it('is compared with what the rule asks for', () => {
    expect(asked({}, { kind: 'entity', chatType: 2, action: 0 })).toBeNull();
    expect(asked({ action: 2 }, { kind: 'entity', chatType: 1, action: 2 })).not.toBeNull();
  });
  it('may stand as JSON text', () =>
    expect(matchEntity(any, JSON.stringify({ entity: JSON.stringify(entity) }))).toMatchObject({ sender: 'denny' }));
  it.each(['jump to denny', '[]', '{"entity":[]}', ''])('is not in %s', (ext) =>
    expect(matchEntity(any, ext)).toBeNull(),
  );
});
