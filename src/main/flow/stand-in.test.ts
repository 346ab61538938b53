import { describe, expect, it } from 'vitest';
import { startApp } from '../../../tests/support/app.ts';
import { vendorIds, type Preview } from '../../shared/contract/index.ts';
import { Message } from '../../shared/contract/message.ts';

const message = Message.parse({
  from: 'denny',
  conversation: { kind: 'c2c', to: 'vinson' },
  elements: [{ kind: 'text', text: 'Lunch? 合同' }],
  offlinePush: {
    title: 'Denny',
    ext: '{"level":1}',
    android: { oppo: { channelId: 'im' }, huawei: { category: 'IM' } },
  },
});
/** An app whose recipient has an iPhone and a Pixel only. */
const startTwo = async () => {
  const { client } = await startApp();
  const { devices } = await client.workspace.get();
  for (const { id, vendor } of devices) {
    if (vendor !== 'apns' && vendor !== 'fcm') await client.workspace.devices.remove({ id });
  }
  return { client };
};
const vendorsIn = ({ rows, standIns }: Preview) => [
  ...new Set([...rows.map((row) => row.vendor), ...standIns.map((one) => one.vendor)]),
];

describe('drafts for vendors that nobody has', () => {
  it('there is a draft for each of the nine, real or on a stand-in, and none twice', async () => {
    const { client } = await startTwo();
    const preview = await client.compose.preview({ message });
    expect(vendorsIn(preview).toSorted()).toEqual([...vendorIds].toSorted());
    const real = new Set(preview.rows.map((row) => row.vendor));
    expect(preview.standIns.filter((one) => real.has(one.vendor))).toEqual([]);
    const services = preview.standIns.map(({ vendor, platform }) => `${vendor} ${platform}`);
    expect(new Set(services).size).toBe(services.length);
    for (const { vendor, view } of preview.standIns) {
      const words = view ? [view.draft.payload, ...Object.values(view.draft.options)].join(' ') : '';
      expect(decodeURIComponent(words.replaceAll('+', ' ').replaceAll(/%(?![0-9A-F]{2})/g, '%25')), vendor).toContain(
        '合同',
      );
      expect(
        view?.problems.filter((problem) => problem.severity === 'error'),
        vendor,
      ).toEqual([]);
      expect(JSON.stringify(view?.problems), vendor).not.toContain('0000');
      expect(view?.sizes.length, vendor).toBeGreaterThan(0);
    }
  });
  it('Huawei has one for Android and one for HarmonyOS, until a phone has that service', async () => {
    const { client } = await startTwo();
    const huawei = async () =>
      (await client.compose.preview({ message })).standIns.filter(({ vendor }) => vendor === 'huawei');
    const made = await huawei();
    expect(made.map(({ platform }) => platform)).toEqual(['android', 'harmony']);
    const [android, harmony] = made.map(({ view }) => view?.draft.payload ?? '');
    expect(android).toContain('"android"');
    expect(harmony).toContain('"payload"');
    expect(harmony).not.toContain('"android"');
    const { devices } = await client.workspace.get();
    const phone = devices.find(({ vendor, userId }) => vendor === 'fcm' && userId === 'vinson');
    await client.workspace.devices.update({ id: phone?.id ?? '', platform: 'harmony', vendor: 'huawei' });
    expect((await huawei()).map(({ platform }) => platform)).toEqual(['android']);
  });
  it('what only one vendor has is in its draft alone', async () => {
    const { client } = await startTwo();
    const { standIns } = await client.compose.preview({ message });
    const payloadOf = (vendor: string) => standIns.find((one) => one.vendor === vendor)?.view?.draft.payload ?? '';
    expect(payloadOf('oppo')).toContain('"channel_id"');
    expect(payloadOf('huawei')).toContain('"category"');
    expect(payloadOf('meizu')).not.toContain('channel_id');
  });
  it('without a text there is none, and with nobody to send to there is no row', async () => {
    const { client } = await startTwo();
    const silent = {
      ...message,
      elements: [{ kind: 'custom' as const, data: 'x', desc: '', ext: '', sound: '' }],
      offlinePush: null,
    };
    const preview = await client.compose.preview({ message: silent });
    expect(preview.standIns.every((one) => one.view === null)).toBe(true);
    const group = await client.workspace.groups.create({
      groupId: 'alone',
      name: '',
      members: [{ userId: 'denny', nameCard: '' }],
    });
    const alone = await client.compose.preview({
      message: { ...message, conversation: { kind: 'group', groupId: group.groupId } },
    });
    expect(alone).toMatchObject({ rows: [], standIns: [] });
  });
});
