import type { Exchange } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { grouped } from '../../../ui/format.ts';
import { useAnswer } from '../use-exchange.ts';
import { Section } from './facts.tsx';
import css from './wire-tab.module.css';

/** What of a push the vendor counts, each against its limit. Nothing for what cannot be read as a push, or has no limit. */
export function Sizes({ exchange }: { readonly exchange: Exchange }) {
  const { t, locale } = useWords();
  const { client } = useStores();
  const answer = useAnswer(exchange.kind === 'push' ? exchange.id : '', (id) => client.exchanges.draft({ id }));
  const sizes = answer.value?.view?.sizes.flatMap((size) =>
    size.limit === null ? [] : [{ ...size, limit: size.limit }],
  );
  if (!sizes || sizes.length === 0) return null;
  return (
    <Section title={t('log.sizes')}>
      <ul className={css['sizes']}>
        {sizes.map(({ id, used, limit, unit }) => {
          const name = t(id);
          const words = t('log.size', {
            used: grouped(used, locale),
            limit: grouped(limit, locale),
            unit: t(`log.unit.${unit}`),
          });
          return (
            <li key={id}>
              <span className={css['sizeName']}>{name}</span>
              <meter
                min={0}
                max={limit}
                high={limit * 0.9}
                value={Math.min(used, limit)}
                aria-label={`${name}: ${words}`}
              />
              <span data-over={used > limit || undefined}>{words}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
