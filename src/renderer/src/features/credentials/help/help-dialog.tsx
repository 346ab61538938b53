import { useWords } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { HelpBlock } from './help-block.tsx';
import { useHelpPage } from './use-page.ts';
import css from './help.module.css';

const scrollThere = (section: HTMLElement | null): void => section?.scrollIntoView({ block: 'start' });

/** Our own page on credentials, at one of its sections. */
export function HelpDialog({ section, onClose }: { readonly section: string; readonly onClose: () => void }) {
  const { t } = useWords();
  const page = useHelpPage();
  return (
    <Dialog
      open
      onClose={onClose}
      wide
      title={t('credentials.help.title')}
      about={t('credentials.help.about')}
      foot={<Button onClick={onClose}>{t('action.close')}</Button>}
    >
      <div className={css['page']}>
        {page?.map(({ id, title, blocks }) => (
          <section
            key={id}
            ref={id === section ? scrollThere : undefined}
            data-wanted={id === section || undefined}
            aria-label={title}
          >
            <h3>{title}</h3>
            {blocks.map((block, index) => (
              // A page never changes while it is shown.
              // oxlint-disable-next-line react/no-array-index-key
              <HelpBlock key={index} block={block} />
            ))}
          </section>
        ))}
      </div>
    </Dialog>
  );
}
