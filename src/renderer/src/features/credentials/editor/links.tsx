import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { kindIcons } from '../list/kind-icons.ts';
import type { EntryKind } from '../model/chosen.ts';
import { Section } from './section.tsx';
import css from './links.module.css';

/** Entries that belong to this one, each a way there; and a way to add one. */
export function Links(props: {
  readonly title: string;
  readonly none: string;
  readonly kind: EntryKind;
  readonly links: readonly { readonly key: string; readonly name: string }[];
  /** Address of the form for a new one. */
  readonly addKey?: string;
}) {
  const { t } = useWords();
  const { ui } = useStores();
  const Icon = kindIcons[props.kind];
  return (
    <Section title={props.title}>
      {props.links.length === 0 && <p className={css['none']}>{props.none}</p>}
      <div className={css['links']}>
        {props.links.map(({ key, name }) => (
          <Button key={key} small icon={<Icon />} onClick={() => ui.choose('credentials', key)}>
            {name}
          </Button>
        ))}
        {props.addKey !== undefined && (
          <Button small look="quiet" onClick={() => ui.choose('credentials', props.addKey ?? '')}>
            {t(`credentials.add.${props.kind}`)}
          </Button>
        )}
      </div>
    </Section>
  );
}
