import { whyRefused } from '../flow/causes/index.ts';
import { modernOf } from '../flow/modern.ts';
import { readBack } from '../flow/read-back.ts';
import { imCodes } from '../im/index.ts';
import type { ApiParts } from './context.ts';
import type { Implementer } from './router.ts';

export const exchangeHandlers = (os: Implementer, parts: ApiParts) => ({
  exchanges: {
    list: os.exchanges.list.handler(({ input, signal }) => parts.journal.page(input, signal)),
    count: os.exchanges.count.handler(({ input }) => parts.journal.countOf(input.filter, input.budgetMs)),
    get: os.exchanges.get.handler(({ input }) => parts.journal.get(input.id)),
    draft: os.exchanges.draft.handler(async ({ input }) => {
      const exchange = await parts.journal.get(input.id);
      return { view: readBack(parts, exchange), modern: modernOf(parts, exchange) };
    }),
    arrivals: os.exchanges.arrivals.handler(({ input }) => parts.phones.arrivals(input.id)),
    causes: os.exchanges.causes.handler(async ({ input }) => ({
      causes: [...(await whyRefused(parts, await parts.journal.get(input.id)))],
    })),
    mark: os.exchanges.mark.handler(({ input: { id, ...patch } }) => parts.journal.mark(id, patch)),
    clear: os.exchanges.clear.handler(({ input }) => parts.journal.clear(input?.filter)),
    restore: os.exchanges.restore.handler(async ({ input }) => {
      await parts.journal.restore(input.id);
      return { ok: true as const };
    }),
  },
  codes: {
    im: os.codes.im.handler(() => imCodes()),
    list: os.codes.list.handler(({ input }) =>
      parts.vendors
        .filter(({ id }) => input.vendor === undefined || id === input.vendor)
        .flatMap((vendor) =>
          vendor.errors.flatMap(({ code, status, retry, decidedBy }) => {
            const explanation = vendor.explain(code, status);
            return explanation ? [{ ...explanation, retry, decidedBy }] : [];
          }),
        ),
    ),
  },
  events: { watch: os.events.watch.handler(({ input, signal }) => parts.hub.watch(input.afterSeq, signal)) },
});
