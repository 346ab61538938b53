import type { ApiParts } from './context.ts';
import type { Implementer } from './router.ts';

export const exchangeHandlers = (os: Implementer, { journal, hub }: ApiParts) => ({
  exchanges: {
    list: os.exchanges.list.handler(({ input }) => journal.page(input.limit, input.before)),
    get: os.exchanges.get.handler(({ input }) => journal.get(input.id)),
    clear: os.exchanges.clear.handler(async () => ({ removed: await journal.clear() })),
  },
  events: { watch: os.events.watch.handler(({ input, signal }) => hub.watch(input.afterSeq, signal)) },
});
