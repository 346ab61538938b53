import type { ApiParts } from './context.ts';
import type { Implementer } from './router.ts';

export const bulkHandlers = (os: Implementer, { bulk }: ApiParts) => ({
  bulk: {
    start: os.bulk.start.handler(({ input }) => bulk.start(input)),
    list: os.bulk.list.handler(() => bulk.list()),
    get: os.bulk.get.handler(({ input }) => bulk.get(input.id)),
    pause: os.bulk.pause.handler(({ input }) => bulk.pause(input.id)),
    resume: os.bulk.resume.handler(({ input }) => bulk.resume(input.id)),
    cancel: os.bulk.cancel.handler(({ input }) => bulk.cancel(input.id)),
    remove: os.bulk.remove.handler(async ({ input }) => {
      await bulk.remove(input.id);
      return { ok: true as const };
    }),
    results: os.bulk.results.handler(({ input }) => bulk.results(input.id, input.from)),
  },
});
