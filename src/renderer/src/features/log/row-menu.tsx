import { ContextMenu } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import type { ExchangeMark, ExchangeSummary } from '../../../../shared/contract/index.ts';
import { colours, quote } from '../../../../shared/kit/filter/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { copyKinds, useCopy } from './hand-over/use-copy.ts';
import { partOfCell, withPart } from './filter/parts.ts';
import menuCss from '../../ui/menu.module.css';
import css from './row-menu.module.css';

/** What the pointer was over when the menu was asked for. */
export interface Pointed {
  readonly row: ExchangeSummary | null;
  readonly column: string;
}

interface RowMenuProps {
  readonly pointed: Pointed;
  /** Beside the selected one; null: this is the selected one, or none is. */
  readonly onCompare: (() => void) | null;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  /** Opens the dialog for note and tags. */
  readonly onNote: (row: ExchangeSummary) => void;
  readonly onFailure: (error: unknown) => void;
  /** Where the menu can be asked for. */
  readonly children: ReactNode;
}

function Item({
  words,
  onSelect,
  swatch,
}: {
  readonly words: string;
  readonly onSelect: () => void;
  readonly swatch?: string;
}) {
  return (
    <ContextMenu.Item className={menuCss['item']} onSelect={onSelect}>
      {swatch !== undefined && <i className={css['swatch']} data-colour={swatch} aria-hidden />}
      {words}
    </ContextMenu.Item>
  );
}

/** «Filter for this», «hide this», and what can be put on a row. */
export function RowMenu({ pointed, onCompare, filter, onFilter, onNote, onFailure, children }: RowMenuProps) {
  const { t } = useWords();
  const { client } = useStores();
  const devices = useFrom('workspace', (state) => state.devices);
  const [isOpen, setOpen] = useState(false);
  const copy = useCopy(onFailure);
  const { row, column } = pointed;
  const deviceId = row?.targets[0]?.deviceId;
  const part = row && partOfCell(column, row, devices.find((device) => device.id === deviceId)?.name ?? null);
  const mark = (patch: Partial<ExchangeMark>) => {
    if (row) client.exchanges.mark({ id: row.id, ...patch }).catch(onFailure);
  };
  return (
    <ContextMenu.Root onOpenChange={setOpen}>
      <ContextMenu.Trigger className={css['trigger']}>{children}</ContextMenu.Trigger>
      {isOpen && row && (
        <ContextMenu.Portal>
          <ContextMenu.Content className={menuCss['menu']} collisionPadding={8} aria-label={t('log.menu')}>
            {part !== null && (
              <>
                <Item words={t('log.menu.for', { part })} onSelect={() => onFilter(withPart(filter, part))} />
                <Item words={t('log.menu.hide', { part })} onSelect={() => onFilter(withPart(filter, `-${part}`))} />
              </>
            )}
            {row.messageId !== null && (
              <Item words={t('log.menu.message')} onSelect={() => onFilter(`message:${quote(row.messageId ?? '')}`)} />
            )}
            {onCompare && <Item words={t('log.menu.compare')} onSelect={onCompare} />}
            <ContextMenu.Separator className={menuCss['line']} />
            {copyKinds.map((kind) => (
              <Item key={kind} words={t(`log.copy.as.${kind}`)} onSelect={() => copy(row.id, kind)} />
            ))}
            <ContextMenu.Separator className={menuCss['line']} />
            <Item
              words={t(row.mark?.isPinned ? 'log.menu.unpin' : 'log.menu.pin')}
              onSelect={() => mark({ isPinned: !row.mark?.isPinned })}
            />
            <Item words={t('log.menu.note')} onSelect={() => onNote(row)} />
            <ContextMenu.Separator className={menuCss['line']} />
            {colours.map((colour) => (
              <Item key={colour} swatch={colour} words={t(`log.colour.${colour}`)} onSelect={() => mark({ colour })} />
            ))}
            {row.mark?.colour && <Item words={t('log.menu.noColour')} onSelect={() => mark({ colour: null })} />}
          </ContextMenu.Content>
        </ContextMenu.Portal>
      )}
    </ContextMenu.Root>
  );
}
