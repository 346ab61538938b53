import { readBack } from '../flow/read-back.ts';
import type { ApiParts } from './context.ts';
import type { Implementer } from './router.ts';

export const exchangeHandlers = (os: Implementer, parts: ApiParts) => ({
  exchanges: {
    list: os.exchanges.list.handler(({ input }) => parts.journal.page(input.limit, input.before)),
    get: os.exchanges.get.handler(({ input }) => parts.journal.get(input.id)),
    draft: os.exchanges.draft.handler(async ({ input }) => ({
      view: readBack(parts, await parts.journal.get(input.id)),
    })),
    arrivals: os.exchanges.arrivals.handler(({ input }) => parts.phones.arrivals(input.id)),
    clear: os.exchanges.clear.handler(async () => ({ removed: await parts.journal.clear() })),
  },
  events: { watch: os.events.watch.handler(({ input, signal }) => parts.hub.watch(input.afterSeq, signal)) },
});
