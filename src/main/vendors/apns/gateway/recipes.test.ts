import { describe, expect, it } from 'vitest';
import { noSample } from '../../kit/samples.ts';
import { recipes } from './recipes.ts';

const at = { origin: 'https://127.0.0.1:2197', port: 2197, caPath: "/home/o'neil/ca.pem", sample: noSample };
const byId = new Map(recipes(at).map((recipe) => [recipe.id, recipe]));
const changedLines = (id: string): string[] => {
  const recipe = byId.get(id);
  const lines = recipe?.code.split('\n') ?? [];
  return (recipe?.changed ?? []).map((number) => lines[number - 1] ?? '');
};

describe('apns recipes', () => {
  it('cover five senders; only what the wire tests run says so', () => {
    expect([...byId.values()].map(({ id, testedVersion }) => [id, testedVersion])).toEqual([
      ['node-apn', '8.1.0'],
      ['apns2-node', '12.2.0'],
      ['pushy', null],
      ['apns2-go', null],
      ['curl', '7.88.1'],
    ]);
  });
  it('mark the lines that point here', () => {
    expect(changedLines('node-apn')).toEqual([
      "  address: '127.0.0.1',",
      '  port: 2197,',
      "  ca: '/home/o\\'neil/ca.pem',",
    ]);
    expect(changedLines('pushy')).toEqual([
      '        .setApnsServer("127.0.0.1", 2197)',
      '        .setTrustedServerCertificateChain(new File("/home/o\'neil/ca.pem"))',
    ]);
    expect(changedLines('curl')).toEqual([
      "  --cacert '/home/o'\\''neil/ca.pem' \\",
      `  'https://127.0.0.1:2197'"/3/device/$DEVICE_TOKEN"`,
    ]);
    expect(changedLines('apns2-node')).toContain("client.client = new Pool('https://127.0.0.1:2197', {");
    expect(changedLines('apns2-go')).toContain('\tclient.Host = "https://127.0.0.1:2197"');
  });
  it('leave no mark in the code', () => {
    for (const { code } of byId.values()) expect(code).not.toContain('»');
  });
});
