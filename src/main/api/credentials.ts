import { AppError } from '../../shared/contract/errors.ts';
import type { VendorId } from '../../shared/contract/index.ts';
import { previewKeys } from '../credentials/index.ts';
import type { ApiParts } from './context.ts';
import type { Implementer } from './router.ts';

export const credentialHandlers = (os: Implementer, { credentials, healthChecks, vendor, now }: ApiParts) => {
  const vendorOf = (id: VendorId) => {
    const found = vendor(id);
    if (!found) throw new AppError('gateway.not-found', { vendor: id });
    return found;
  };
  return {
    credentials: {
      list: os.credentials.list.handler(() => {
        // Another day may have begun since they were last looked at.
        credentials.refresh();
        return [...credentials.all()];
      }),
      inspect: os.credentials.inspect.handler(({ input }) => credentials.inspect(input)),
      import: os.credentials.import.handler(({ input }) => credentials.import(input)),
      inspectKeys: os.credentials.inspectKeys.handler(({ input }) => previewKeys(vendorOf(input.vendor), input)),
      create: os.credentials.create.handler(({ input }) => credentials.create(vendorOf(input.vendor), input)),
      update: os.credentials.update.handler(({ input: { id, ...patch } }) => credentials.update(id, patch)),
      duplicate: os.credentials.duplicate.handler(({ input }) => credentials.duplicate(input.id)),
      check: os.credentials.check.handler(({ input }) => healthChecks.check(input)),
      inspectToken: os.credentials.inspectToken.handler(({ input: { text, atMs } }) => {
        const inspection = vendor('apns')?.auth.inspectToken?.(text, credentials.all(), atMs ?? now());
        if (!inspection) throw new AppError('api.not-found');
        return inspection;
      }),
      remove: os.credentials.remove.handler(async ({ input }) => {
        await credentials.remove(input.id);
        return { ok: true as const };
      }),
    },
  };
};
