import { tapMatrix } from '../flow/tap-matrix.ts';
import { suggestDevice } from '../flow/suggest-device.ts';
import type { ApiParts } from './context.ts';
import type { Implementer } from './router.ts';

const done = { ok: true } as const;

export const phoneHandlers = (os: Implementer, parts: ApiParts) => {
  const { phones, workspace, hub, journal, vendor, gateways } = parts;
  return {
    phones: {
      list: os.phones.list.handler(async () => {
        const lastTaps = await phones.lastTaps();
        return { seq: hub.seq, phones: phones.views(workspace.devices.all().map((device) => device.id)), lastTaps };
      }),
      tap: os.phones.tap.handler(({ input }) => phones.tap(input.id, input.action, input.userText)),
      tapMatrix: os.phones.tapMatrix.handler(({ input }) => tapMatrix(parts, input)),
      tapPreview: os.phones.tapPreview.handler(({ input }) => phones.previewTaps(input.id)),
      arrivalPreview: os.phones.arrivalPreview.handler(({ input }) => phones.previewArrivals(input.id)),
      reasons: os.phones.reasons.handler(({ input }) => phones.reasons(input.id)),
      dismiss: os.phones.dismiss.handler(async ({ input }) => {
        await phones.dismiss(input.id);
        return done;
      }),
      clear: os.phones.clear.handler(async ({ input }) => {
        await phones.clear(input.id);
        return done;
      }),
      navigate: os.phones.navigate.handler(({ input }) => phones.navigate(input.id, input.to)),
      setState: os.phones.setState.handler(({ input }) => phones.setState(input.id, input.state, input.unread)),
      suggestDevice: os.phones.suggestDevice.handler(async ({ input }) => {
        const exchange = await journal.get(input.id);
        return suggestDevice(exchange, input.token, {
          vendor: vendor(exchange.vendor),
          apps: workspace.apps.all(),
          environment: gateways.settingsOf(exchange.vendor).environment,
        });
      }),
    },
  };
};
