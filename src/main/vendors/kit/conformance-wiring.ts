import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../shared/contract/index.ts';
import type { SendTarget, Vendor, WireRequest } from '../vendor.ts';

const holes = (text: string): string[] => [...new Set(text.match(/\{\{\w+\}\}/g))].toSorted();

/** What holds for the tables and catalogues of every vendor. */
export const vendorWiring = (vendor: Vendor): void => {
  describe(`${vendor.id}: wiring`, () => {
    it('names no error twice, and no limit twice', () => {
      // FCM answers one code with several statuses.
      const errors = vendor.errors.map(({ code, status }) => (vendor.id === 'fcm' ? `${code} ${status}` : code));
      for (const ids of [errors, vendor.limits.map(({ id }) => id)]) expect(new Set(ids).size).toBe(ids.length);
    });
    it('has the same holes in every language', () => {
      for (const [id, words] of Object.entries(vendor.texts.en))
        expect(holes(vendor.texts['zh-CN'][id] ?? ''), id).toEqual(holes(words));
    });
  });
};

/** Text nested deeper than a stack reaches, to be put into the fields that a vendor parses. */
export const deep = `${'['.repeat(9000)}${']'.repeat(9000)}`;

/** Checks, reads back, draws and touches a payload with such text, and hands on the request. Throws where one of them does. */
export const lookDeep = (
  vendor: Vendor,
  payload: string,
  { target, token, nowMs }: { readonly target: SendTarget; readonly token: string; readonly nowMs: number },
): WireRequest => {
  const draft: Draft = { payload, options: {} };
  const platform = vendor.platforms[0] ?? 'android';
  vendor.payload.check(draft, target);
  vendor.payload.recognise(payload, '');
  const request = vendor.sender.request(draft, target, token, nowMs);
  if ('unusable' in request) throw new Error(request.unusable.code);
  expect(vendor.payload.fromRequest(request)?.draft.payload).toContain('[[[');
  vendor.display.card(draft, { platform, appName: 'App' });
  const about = { platform, appState: 'killed', action: 'default', vendorMessageId: null, nowMs } as const;
  expect(JSON.parse(vendor.tap.plan(draft, about).received)).toBeTypeOf('object');
  return request;
};
