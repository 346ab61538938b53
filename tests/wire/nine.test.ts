/** The demo workspace: one Send goes to nine phones, each by its own vendor, over real sockets; a touch on each opens the chat. */
import { describe, expect, it } from 'vitest';
import { vendorIds, type SendReport } from '../../src/shared/contract/index.ts';
import { startApp, type RunningApp } from '../support/app.ts';

const plain = 'jump to denny';
const entity = '{"entity":{"version":1,"chatType":1,"action":1,"sender":"denny","nickname":"Denny"}}';

const send = ({ client }: RunningApp, ext: string): Promise<SendReport> =>
  client.sends.create({
    kind: 'message',
    message: {
      from: 'denny',
      conversation: { kind: 'c2c', to: 'vinson' },
      elements: [{ kind: 'text', text: 'Lunch at 12:30?' }],
      offlinePush: { title: 'Denny', desc: 'Lunch at 12:30?', ext },
    },
  });
const outcomes = ({ results }: SendReport) =>
  Object.fromEntries(results.map(({ vendor, exchange }) => [vendor, exchange?.reason ?? exchange?.outcome]));
const accepted = Object.fromEntries(vendorIds.map((vendor) => [vendor, 'accepted']));

/** Touches the newest card of every phone; what each was handed, and where its app went. */
const tapAll = async ({ client }: RunningApp) => {
  const [{ phones }, { devices }] = await Promise.all([client.phones.list(), client.workspace.get()]);
  const taps: [string, readonly (string | null | undefined)[]][] = [];
  for (const { deviceId, notifications } of phones) {
    const shown = notifications.find((one) => one.state === 'shown');
    const vendor = devices.find((one) => one.id === deviceId)?.vendor ?? '';
    if (!shown) continue;
    const { ext, screens } = await client.phones.tap({ id: shown.id });
    taps.push([vendor, [shown.card.title, shown.card.body, ext, screens.at(-1)]]);
  }
  return Object.fromEntries(taps);
};

describe('the demo workspace has a phone for every vendor', () => {
  it('a push with JSON in ext is accepted, drawn and opened nine times', async () => {
    const app = await startApp();
    expect(outcomes(await send(app, entity))).toEqual(accepted);
    const opened = ['Denny', 'Lunch at 12:30?', entity, 'chat/denny'];
    expect(await tapAll(app)).toEqual(Object.fromEntries(vendorIds.map((vendor) => [vendor, opened])));
  });
  it('the same text wrapped as JSON opens the chat on all nine', async () => {
    const app = await startApp();
    expect(outcomes(await send(app, JSON.stringify({ ext: plain })))).toEqual(accepted);
    const screens = Object.entries(await tapAll(app)).map(([vendor, [, , , screen]]) => [vendor, screen]);
    expect(Object.fromEntries(screens)).toEqual(Object.fromEntries(vendorIds.map((vendor) => [vendor, 'chat/denny'])));
  });
  it('R42 a plain text in ext is accepted by all but OPPO, which takes an object only', async () => {
    const app = await startApp();
    expect(outcomes(await send(app, plain))).toEqual({ ...accepted, oppo: '41' });
    const opened = ['Denny', 'Lunch at 12:30?', plain, 'chat/denny'];
    const others = vendorIds.filter((vendor) => vendor !== 'oppo');
    expect(await tapAll(app)).toEqual(Object.fromEntries(others.map((vendor) => [vendor, opened])));
  });
  it('there are keys for every vendor, and no secret of them comes out', async () => {
    const { client } = await startApp();
    const credentials = await client.credentials.list();
    expect(credentials.map(({ vendor }) => vendor).toSorted()).toEqual([...vendorIds].toSorted());
    for (const { facts } of credentials) {
      if (facts.kind !== 'app-keys') continue;
      expect(facts.secretNames.length).toBeGreaterThan(0);
      for (const name of facts.secretNames) expect(facts.values[name]).toBeUndefined();
    }
  });
});
