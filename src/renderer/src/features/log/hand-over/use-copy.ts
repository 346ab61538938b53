import type { Exchange } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { useVendorName } from '../../../ui/use-vendor-name.ts';
import { codeKinds, codeOf, type CodeKind } from './code.ts';
import { markdownOf } from './markdown.ts';

export const copyKinds = [...codeKinds, 'payload', 'token', 'markdown'] as const;
export type CopyKind = (typeof copyKinds)[number];

const isCode = (kind: CopyKind): kind is CodeKind => codeKinds.some((one) => one === kind);

/** Puts an exchange on the clipboard in one of its forms; what cannot be had is told. */
export const useCopy = (onFailure: (error: unknown) => void): ((id: string, kind: CopyKind) => void) => {
  const { t, say } = useWords();
  const { client, ui } = useStores();
  const vendorName = useVendorName();

  const textOf = async (exchange: Exchange, kind: CopyKind): Promise<string> => {
    if (isCode(kind)) return codeOf(kind, exchange);
    if (kind === 'token') return exchange.targets.map(({ token }) => token).join('\n');
    if (kind === 'payload') {
      const { view } = await client.exchanges.draft({ id: exchange.id });
      return view?.draft.payload ?? exchange.request.body.text ?? '';
    }
    const meaning = exchange.explanation ? say(exchange.explanation.meaning) : '';
    return markdownOf(exchange, { t, vendor: vendorName(exchange.vendor), meaning });
  };
  return (id, kind) => {
    client.exchanges
      .get({ id })
      .then((exchange) => textOf(exchange, kind))
      .then((text) => navigator.clipboard.writeText(text))
      .then(
        () => ui.say(t('copy.done', { what: t(`log.copy.${kind}`) })),
        (error: unknown) => onFailure(error),
      );
  };
};
