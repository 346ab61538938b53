import { describe, expect, it } from 'vitest';
import { vendorIds } from '../../../../../shared/contract/common.ts';
import { VendorConsole } from '../../../../../shared/contract/push.ts';
import { clickKinds, clickOf, clickText, consoleFields, tidyConsole, withConsole } from './console-form.ts';

describe('console settings', () => {
  it('every field that is stored has a place at some vendor', () => {
    const shown = new Set<string>(['click']);
    for (const vendor of vendorIds) {
      const { texts, classes, mutableContent } = consoleFields[vendor];
      for (const name of texts) shown.add(name);
      if (classes.length > 0) shown.add('classification');
      if (mutableContent) shown.add('mutableContent');
    }
    // No draft is made of FCM's message type.
    const stored = Object.keys(VendorConsole.shape).filter((name) => name !== 'messageType');
    expect([...shown].toSorted()).toEqual(stored.toSorted());
  });
  it('an emptied field is none, and a vendor without any is left out', () => {
    const set = withConsole({}, 'xiaomi', { channelId: '135242', click: { kind: 'intent', uri: 'intent://x' } });
    expect(set).toEqual({ xiaomi: { channelId: '135242', click: { kind: 'intent', uri: 'intent://x' } } });
    const emptied = withConsole(withConsole(set, 'xiaomi', { channelId: '' }), 'xiaomi', { click: undefined });
    expect(tidyConsole(emptied)).toEqual({});
  });
  it('changes of one vendor leave the others alone', () =>
    expect(withConsole({ oppo: { channelId: 'a' } }, 'vivo', { classification: 0 })).toEqual({
      oppo: { channelId: 'a' },
      vivo: { classification: 0 },
    }));
});

describe('a click action', () => {
  it.each([
    { kind: 'app' },
    { kind: 'web', url: 'https://example.com' },
    { kind: 'intent', uri: 'intent://a#Intent;end' },
    { kind: 'activity', name: 'com.example.Main' },
    { kind: 'action', name: 'com.example.OPEN' },
  ] as const)('$kind is taken apart and put together again', (click) =>
    expect(clickOf(click.kind, clickText(click))).toEqual(click),
  );
  it('of another vendor is still offered where it is set', () => {
    expect(clickKinds('meizu', {})).toEqual(['app', 'web', 'activity']);
    expect(clickKinds('meizu', { click: { kind: 'intent', uri: '' } })).toContain('intent');
    expect(clickKinds('fcm', {})).toEqual([]);
  });
});
