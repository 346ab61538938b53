import { AndroidCard } from './android-card.tsx';
import { importanceOf } from './android-groups.ts';
import { AndroidHome } from './android-home.tsx';
import { AndroidLock } from './android-lock.tsx';
import { AndroidShade } from './android-shade.tsx';
import type { DrawnCard, PhoneContext } from './types.ts';
import '../skins/android-skins.css';
import css from './android-card.module.css';

/** True for what pops up over what the person does: of high importance, and nothing keeps it quiet. */
const popsUp = (drawn: DrawnCard, phone: PhoneContext): boolean =>
  importanceOf(drawn) === 'high' && phone.look.focus !== 'do-not-disturb';

/** An Android or HarmonyOS phone while no app is open: the shade, the lock screen, or the home screen with the newest as a heads-up. */
export function AndroidPhone({ phone, cards }: { readonly phone: PhoneContext; readonly cards: readonly DrawnCard[] }) {
  if (phone.look.screen === 'lock') return <AndroidLock phone={phone} cards={cards} />;
  if (phone.look.screen !== 'home') return <AndroidShade phone={phone} cards={cards} />;
  const newest = cards.find((drawn) => popsUp(drawn, phone));
  return (
    <>
      <AndroidHome phone={phone} count={cards.filter((drawn) => importanceOf(drawn) !== 'min').length} />
      {newest && (
        <div className={css['popped']}>
          <AndroidCard key={newest.id} drawn={newest} phone={phone} surface="banner" isFirst isLast />
        </div>
      )}
    </>
  );
}
