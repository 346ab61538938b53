import { useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Sure } from '../../ui/marks.tsx';
import { weakest, type Skin, type Tagged } from './skins/skin.ts';
import css from './skin-numbers.module.css';

/** Every number of a skin by the name that its file has for it, the surest last: what a measurement on a phone would mend first. */
const numbersOf = (skin: Skin): readonly (readonly [string, Tagged])[] => {
  const order = ['U', 'K', 'O', 'M', 'S', 'D'];
  const limits = Object.entries(skin.surfaces).flatMap(([surface, slots]) =>
    Object.entries(slots).map(([slot, lines]) => [`${surface}.${slot}.lines`, lines] as const),
  );
  const errors = Object.entries(skin.errors).map(
    ([script, share]: [string, Tagged]) => [`error.${script}`, share] as const,
  );
  return [...Object.entries(skin.sizes), ...limits, ...errors].toSorted(
    ([, one], [, other]) => order.indexOf(one.tag) - order.indexOf(other.tag),
  );
};

/** A button that opens every number the drawing is made of, each with how sure it is. */
export function SkinNumbers({ skin }: { readonly skin: Skin }) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button look="quiet" small onClick={() => setIsOpen(true)}>
        {t('phones.numbers.open')}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('phones.numbers.title', { system: t(`phones.skin.${skin.id}`) })}
        about={t('phones.numbers.about')}
      >
        {isOpen && (
          <table className={css['table']}>
            <thead>
              <tr>
                <th scope="col">{t('phones.numbers.name')}</th>
                <th scope="col">{t('phones.numbers.value')}</th>
                <th scope="col">{t('phones.sure')}</th>
              </tr>
            </thead>
            <tbody>
              {numbersOf(skin).map(([name, one]) => (
                <tr key={name}>
                  <th scope="row">
                    <code>{name}</code>
                  </th>
                  <td>{one.value}</td>
                  <td>
                    <Sure certainty={weakest([{ value: one.value, tag: one.tag }])} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Dialog>
    </>
  );
}
