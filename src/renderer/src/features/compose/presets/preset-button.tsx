import { Bookmark } from 'lucide-react';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { PresetPicker } from './preset-picker.tsx';
import css from './presets.module.css';

/** Opens the presets and scenarios. */
export function PresetButton() {
  const { t } = useWords();
  const { presets } = useStores();
  const open = useFrom('presets', (state) => state.pickerOpen);
  const show = () => {
    presets.showPicker(true);
    void presets.load();
  };
  return (
    <>
      <Button
        look="quiet"
        small
        icon={<Bookmark />}
        aria-label={t('compose.presets')}
        aria-haspopup="dialog"
        onClick={show}
      >
        <span className={css['buttonWords']}>{t('compose.presets')}</span>
      </Button>
      {open && <PresetPicker />}
    </>
  );
}
