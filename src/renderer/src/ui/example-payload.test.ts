import { expect, it } from 'vitest';
import { exampleFor } from './example-payload.ts';

it('an example names the app of the phone', () => {
  const vendor = { examplePayload: '{"package":"com.example.chat","page":"com.example.chat/.Main"}' };
  const apps = [{ id: 'a1', identifiers: { android: 'org.own.app' } }];
  expect(exampleFor(vendor, { appId: 'a1', platform: 'android' }, apps)).toBe(
    '{"package":"org.own.app","page":"org.own.app/.Main"}',
  );
  for (const device of [
    { appId: 'a1', platform: 'ios' },
    { appId: 'a2', platform: 'android' },
  ] as const)
    expect(exampleFor(vendor, device, apps)).toBe(vendor.examplePayload);
});
