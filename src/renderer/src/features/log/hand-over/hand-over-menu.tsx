import { Copy, FileOutput, MessageSquareText, PenLine, Send } from 'lucide-react';
import { useState } from 'react';
import type { DraftView, Exchange } from '../../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useWords } from '../../../i18n/index.ts';
import { useShortcut } from '../../../shortcuts/index.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { AgainDialog } from '../bulk/again-dialog.tsx';
import { useStores } from '../../../stores/index.ts';
import { ExportDialog } from './export-dialog.tsx';
import { copyKinds, useCopy } from './use-copy.ts';
import { useEdit } from './use-pasted.ts';

/** One exchange for somebody else: as code, as its parts, as a ticket, as a file. */
export function HandOverMenu(props: {
  readonly exchange: Exchange;
  readonly onFailure: (failure: CallFailure | null) => void;
}) {
  const { exchange, onFailure } = props;
  const { t } = useWords();
  const copy = useCopy((error) => onFailure(asCallFailure(error)));
  const { client, compose: composer, ui } = useStores();
  const [again, setAgain] = useState<DraftView['draft'] | null>(null);
  const [isExporting, setExporting] = useState(false);
  const kinds = copyKinds.filter((kind) => kind !== 'token' || exchange.targets.length > 0);
  const edit = useEdit();
  const withDraft = (use: (draft: DraftView['draft']) => void) => {
    onFailure(null);
    client.exchanges.draft({ id: exchange.id }).then(
      ({ view }) => {
        if (view) use(view.draft);
        else onFailure({ code: 'log.resend.unreadable', message: t('log.resend.unreadable'), details: {} });
      },
      (error: unknown) => onFailure(asCallFailure(error)),
    );
  };
  const openAgain = () => withDraft(setAgain);
  const { vendor, targets, origin, message } = exchange;
  const compose = () =>
    withDraft((draft) =>
      edit({
        message: null,
        vendor,
        draft,
        tokens: targets.map(({ token }) => token),
        isOthers: origin === 'imported',
      }),
    );
  const editMessage = () => {
    if (!message) return;
    composer.startFrom(message);
    composer.showView('form');
    ui.go('compose');
  };
  useShortcut('editResend', openAgain, () => exchange.kind === 'push');
  return (
    <>
      <Menu
        trigger={<IconButton icon={<Copy />} label={t('log.handOver')} small />}
        entries={[
          ...kinds.map((kind) => ({
            id: kind,
            label: t(`log.copy.as.${kind}`),
            onSelect: () => {
              onFailure(null);
              copy(exchange.id, kind);
            },
          })),
          null,
          {
            id: 'again',
            label: t('log.again.open'),
            icon: <Send aria-hidden />,
            disabled: exchange.kind !== 'push',
            onSelect: openAgain,
          },
          ...(message
            ? [
                {
                  id: 'message',
                  label: t('log.message.edit'),
                  icon: <MessageSquareText aria-hidden />,
                  onSelect: editMessage,
                },
              ]
            : []),
          {
            id: 'compose',
            label: t('log.payload.edit'),
            icon: <PenLine aria-hidden />,
            disabled: exchange.kind !== 'push',
            onSelect: compose,
          },
          {
            id: 'export',
            label: t('log.export.one'),
            icon: <FileOutput aria-hidden />,
            onSelect: () => setExporting(true),
          },
        ]}
      />
      {again && <AgainDialog exchange={exchange} draft={again} onClose={() => setAgain(null)} />}
      {isExporting && (
        <ExportDialog id={exchange.id} filter="" vendor={exchange.vendor} onClose={() => setExporting(false)} />
      )}
    </>
  );
}
