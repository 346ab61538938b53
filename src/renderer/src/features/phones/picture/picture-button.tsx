import { ImageDown } from 'lucide-react';
import { useState, type RefObject } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { pictureOf } from './picture.ts';

const save = (blob: Blob, fileName: string): void => {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
};

/** Saves what is drawn as a PNG file, and says so. */
export function PictureButton(props: {
  readonly target: RefObject<HTMLElement | null>;
  readonly fileName: string;
  readonly label: string;
  /** Only the icon, where buttons stand in rows of phones. */
  readonly iconOnly?: boolean;
}) {
  const { target, fileName, label, iconOnly = false } = props;
  const { t } = useWords();
  const { ui } = useStores();
  const [isDrawing, setIsDrawing] = useState(false);
  const draw = () => {
    const element = target.current;
    if (!element) return;
    setIsDrawing(true);
    pictureOf(element)
      .then(
        (blob) => {
          save(blob, fileName);
          ui.say(t('phones.picture.saved', { file: fileName }));
        },
        (error: unknown) =>
          ui.say(t('phones.picture.failed', { why: error instanceof Error ? error.message : String(error) })),
      )
      .finally(() => setIsDrawing(false));
  };
  if (iconOnly) {
    return <IconButton small icon={<ImageDown />} label={label} disabled={isDrawing} onClick={draw} />;
  }
  return (
    <Button small icon={<ImageDown />} disabled={isDrawing} aria-label={label} onClick={draw}>
      PNG
    </Button>
  );
}
