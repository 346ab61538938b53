import { useWords } from '../../../i18n/index.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Sure, VendorMark } from '../../../ui/marks.tsx';
import type { Recogniser } from './use-recognise.ts';
import css from './raw.module.css';

/** Several readings of one text: the person says which is meant. */
export function ChoiceDialog({ recogniser }: { readonly recogniser: Recogniser }) {
  const { t, say } = useWords();
  const { choices, take, forget } = recogniser;
  return (
    <Dialog
      open={choices.length > 0}
      onClose={forget}
      title={t('compose.paste.several')}
      about={t('compose.paste.several.about')}
    >
      <ul className={css['choices']}>
        {choices.map((candidate) => (
          <li key={`${candidate.kind} ${candidate.vendor ?? ''}`}>
            <button type="button" className={css['choice']} onClick={() => take(candidate)}>
              {candidate.vendor && <VendorMark vendor={candidate.vendor} />}
              <span className={css['choiceWords']}>{say(candidate.phrase)}</span>
              <Sure certainty={candidate.certainty} />
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
