import { useMemo } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Banner } from '../../../ui/notes.tsx';
import { mendJson } from '../model/mend-json.ts';

/** What word processors and chats did to the JSON, and the press that mends it. */
export function JsonMend({ text, onMend }: { readonly text: string; readonly onMend: (mended: string) => void }) {
  const { t } = useWords();
  const mended = useMemo(() => mendJson(text), [text]);
  if (!mended) return null;
  return (
    <Banner
      tone="warning"
      action={
        <Button small onClick={() => onMend(mended.text)}>
          {t('compose.json.mend')}
        </Button>
      }
    >
      {t('compose.json.broken', {
        mistakes: mended.mistakes.map((mistake) => t(`compose.json.${mistake}`)).join(t('compose.list.comma')),
      })}
    </Banner>
  );
}
