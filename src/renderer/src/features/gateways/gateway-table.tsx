import type { KeyboardEvent } from 'react';
import type { Gateway, VendorId } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Copyable } from '../../ui/copy.tsx';
import { ago, dayAndClock, grouped } from '../../ui/format.ts';
import { Bare, VendorMark } from '../../ui/marks.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useVendorName } from '../../ui/use-vendor-name.ts';
import { gatewayState, spokenProtocols } from './state.ts';
import css from './gateway-table.module.css';

const agoEveryMs = 15_000;

interface GatewayRowProps {
  readonly gateway: Gateway;
  readonly isChosen: boolean;
  readonly nowMs: number;
  readonly onChoose: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void;
}

function GatewayRow({ gateway, isChosen, nowMs, onChoose, onKeyDown }: GatewayRowProps) {
  const { t, say, locale } = useWords();
  const name = useVendorName()(gateway.vendor);
  const state = gatewayState(gateway);
  const { http, isPlainToo } = spokenProtocols(gateway.speaks);
  const { captured, accepted, rejected } = gateway.counts;
  const last = gateway.lastAtMs === null ? '–' : say(ago(gateway.lastAtMs, nowMs));
  const speaks = t(isPlainToo ? 'gateways.speaks.both' : 'gateways.speaks.tls', { http });
  const spoken = t('gateways.row', {
    vendor: name,
    origin: gateway.origin,
    speaks,
    state: t(state.id),
    captured,
    accepted,
    rejected,
  });
  return (
    <div
      role="row"
      tabIndex={isChosen ? 0 : -1}
      aria-selected={isChosen}
      aria-label={spoken}
      data-vendor={gateway.vendor}
      className={css['row']}
      onFocus={onChoose}
      onPointerDown={onChoose}
      onKeyDown={onKeyDown}
    >
      <span role="gridcell" className={css['name']}>
        <VendorMark vendor={gateway.vendor} />
        <span>{name}</span>
      </span>
      <span role="gridcell" className={css['address']}>
        {gateway.origin === '' ? (
          '–'
        ) : (
          <Copyable text={gateway.origin} label={t('gateways.address.copy', { vendor: name })} />
        )}
      </span>
      <span role="gridcell" className={css['speaks']} title={speaks}>
        {isPlainToo ? t('gateways.speaks.short.both') : http}
      </span>
      <span role="gridcell" className={css['state']} title={t(state.id)}>
        <Bare tone={state.tone}>{t(state.id)}</Bare>
      </span>
      <span role="gridcell" className={css['number']}>
        {grouped(captured, locale)}
      </span>
      <span role="gridcell" className={`${css['number']} ${css['more']}`}>
        {grouped(accepted, locale)}
      </span>
      <span role="gridcell" className={`${css['number']} ${css['more']}`}>
        {grouped(rejected, locale)}
      </span>
      <span
        role="gridcell"
        className={css['last']}
        title={gateway.lastAtMs === null ? undefined : dayAndClock(gateway.lastAtMs)}
      >
        {last}
      </span>
    </div>
  );
}

interface GatewayTableProps {
  readonly gateways: readonly Gateway[];
  readonly chosen: VendorId;
  readonly onChoose: (vendor: VendorId) => void;
  /** Into the pane of the chosen gateway. */
  readonly onOpen: () => void;
}

const columns = [
  ['vendor', ''],
  ['address', ''],
  ['speaks', 'speaks'],
  ['state', ''],
  ['captured', 'number'],
  ['accepted', 'number more'],
  ['rejected', 'number more'],
  ['last', 'last'],
] as const;

/** All gateways: where they listen, whether they do, and what they took in since the start. Arrows choose, Enter goes in. */
export function GatewayTable({ gateways, chosen, onChoose, onOpen }: GatewayTableProps) {
  const { t } = useWords();
  const nowMs = useNow(agoEveryMs);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return;
    const at = gateways.findIndex((one) => one.vendor === chosen);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: gateways.length - 1 }[event.key];
    const next = to === undefined ? undefined : gateways[to];
    if (next)
      event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-vendor=${next.vendor}][role=row]`)?.focus();
    else if (event.key === 'Enter') onOpen();
    else return;
    event.preventDefault();
  };
  return (
    <div className={css['frame']}>
      <div role="grid" aria-label={t('gateways.table')} aria-rowcount={gateways.length + 1} className={css['table']}>
        <div role="row" className={css['head']}>
          {columns.map(([column, classes]) => (
            <span
              key={column}
              role="columnheader"
              title={t(`gateways.column.${column}.about`)}
              className={classes
                .split(' ')
                .map((one) => css[one])
                .join(' ')}
            >
              {t(`gateways.column.${column}`)}
            </span>
          ))}
        </div>
        <div role="rowgroup">
          {gateways.map((gateway) => (
            <GatewayRow
              key={gateway.vendor}
              gateway={gateway}
              isChosen={gateway.vendor === chosen}
              nowMs={nowMs}
              onChoose={() => onChoose(gateway.vendor)}
              onKeyDown={onKeyDown}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
