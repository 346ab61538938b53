import type { ReadRequest, Vendor, WireRequest } from '../vendor.ts';

/** A request as a push of the vendor, in the form of today or in one that it retired. Null: it is none. Never throws. */
export const readPush = (vendor: Pick<Vendor, 'payload' | 'retired'>, request: WireRequest): ReadRequest | null => {
  const today = vendor.payload.fromRequest(request);
  if (today) return today;
  const pushes = vendor.retired?.(request)?.pushes ?? [];
  const [first] = pushes;
  return first ? { ...first, tokens: pushes.flatMap(({ tokens }) => tokens) } : null;
};
