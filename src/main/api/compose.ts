import { createPreviewChanges } from '../flow/preview-changes.ts';
import { previewMessage, restWorld, viewDraft } from '../flow/preview.ts';
import { callFor, imTexts, printCall, readRest, restSchema } from '../im/index.ts';
import { sayPhrase, wordsIn } from '../../shared/kit/text.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { Message, Variables, VendorId } from '../../shared/contract/index.ts';
import { rawTarget } from '../flow/raw-target.ts';
import { recognise } from '../recognise/index.ts';
import type { ApiParts } from './context.ts';
import type { Implementer } from './router.ts';
import { sdkHandlers } from './sdk.ts';

export const composeHandlers = (os: Implementer, parts: ApiParts) => {
  const vendorOf = (id: VendorId) => {
    const vendor = parts.vendor(id);
    if (!vendor) throw new AppError('gateway.not-found', { vendor: id });
    return vendor;
  };
  const preview = ({ message, variables }: { readonly message: Message; readonly variables?: Variables | undefined }) =>
    previewMessage(parts, message, parts.sends.recent.all(), variables);
  const changesSince = createPreviewChanges(() => parts.newId('preview'));
  return {
    compose: {
      preview: os.compose.preview.handler(({ input }) => preview(input)),
      previewChanges: os.compose.previewChanges.handler(({ input }) => changesSince(preview(input), input.since)),
      readRest: os.compose.readRest.handler(({ input }) => {
        const read = readRest(input.text, restWorld(parts), input.call, input.before);
        if (!input.preview || !read.message) return read;
        const { variables, since } = input.preview;
        return { ...read, preview: changesSince(preview({ message: read.message, variables }), since) };
      }),
      restSchema: os.compose.restSchema.handler(({ input: { call, locale } }) => ({
        schema: { ...restSchema(call, (phrase) => sayPhrase(wordsIn(imTexts, locale), phrase)) },
      })),
      printRest: os.compose.printRest.handler(({ input: { message } }) => ({
        call: callFor(message),
        text: printCall(message),
      })),
      ...sdkHandlers(os, parts),
      check: os.compose.check.handler(({ input }) => {
        const vendor = vendorOf(input.vendor);
        const { device, app, target } = rawTarget(parts, { ...input, deviceId: input.deviceId ?? undefined });
        // A token of nobody's app is drawn under the first one's name: a card has to stand under some name.
        const appName = (app ?? parts.workspace.apps.all()[0])?.name ?? '';
        const platform = device?.platform ?? vendor.platforms[0] ?? 'android';
        const view = viewDraft(vendor, input.draft, target, { platform, appName, nowMs: parts.now() });
        const arrivals = device ? parts.phones.arrivalsOf(vendor.id, input.draft, device) : [];
        const arrival = arrivals.find((one) => one.appState === device?.appState);
        return { ...view, notDrawnBecause: arrival?.because ?? null };
      }),
      exports: os.compose.exports.handler(({ input }) => {
        const vendor = vendorOf(input.vendor);
        const { apps, devices } = parts.workspace;
        const device = input.deviceId === null ? undefined : devices.find(input.deviceId);
        const app = device ? apps.find(device.appId) : apps.all()[0];
        const platform = device?.platform ?? vendor.platforms[0] ?? 'android';
        return { exports: vendor.payload.exports?.(input.draft, app?.identifiers[platform] ?? '') ?? [] };
      }),
      arrivals: os.compose.arrivals.handler(({ input: { vendor, draft, deviceId } }) => {
        const device = deviceId === null ? undefined : parts.workspace.devices.find(deviceId);
        return { arrivals: parts.phones.arrivalsOf(vendor, draft, device) };
      }),
    },
    recognise: { paste: os.recognise.paste.handler(({ input }) => ({ candidates: recognise(input, parts.vendors) })) },
    sends: { create: os.sends.create.handler(({ input, signal }) => parts.sends.send(input, signal)) },
  };
};
