import { Image, ImageOff } from 'lucide-react';
import type { Card } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { isPictureData } from './known-pictures.ts';
import { readPicture } from './read-picture.ts';
import { knownPictures, usePicture } from './use-picture.ts';
import css from './picture-line.module.css';

/** The addresses of a card's pictures. */
export const pictureUrls = (card: Pick<Card, 'imageUrl' | 'android'>): readonly string[] => [
  ...new Set([card.imageUrl, card.android?.largeIconUrl ?? ''].filter((url) => url !== '')),
];

/** One address: whether it is drawn and from where, and a file to choose for it. */
function PictureRow({ url }: { readonly url: string }) {
  const { t } = useWords();
  const { ui } = useStores();
  const picture = usePicture(url);
  const take = (file: File) => {
    readPicture(file).then(
      (data) => knownPictures.set(url, data),
      () => ui.say(t('phones.attached.unread', { file: file.name })),
    );
  };
  return (
    <li className={css['row']}>
      {picture === null ? <ImageOff aria-hidden /> : <Image aria-hidden />}
      <span className={css['words']}>
        <span>{t(picture === null ? 'phones.attached.not-drawn' : 'phones.attached.drawn')}</span>
        <code title={url}>{url}</code>
      </span>
      {picture !== null && (
        <Button look="quiet" small onClick={() => knownPictures.forget(url)}>
          {t('phones.attached.forget')}
        </Button>
      )}
      <FileButton
        small
        accept="image/png,image/jpeg,image/gif,image/webp"
        spoken={t('phones.attached.choose.for', { url })}
        onFile={take}
      >
        {t('phones.attached.choose')}
      </FileButton>
    </li>
  );
}

/** The pictures of a push that it only gives an address of. Nothing where it has none, or carries them itself. */
export function PictureLine({ cards }: { readonly cards: readonly Pick<Card, 'imageUrl' | 'android'>[] }) {
  const { t } = useWords();
  const urls = [...new Set(cards.flatMap(pictureUrls))].filter((url) => !isPictureData(url));
  if (urls.length === 0) return null;
  return (
    <ul className={css['list']} aria-label={t('phones.attached.title')}>
      {urls.map((url) => (
        <PictureRow key={url} url={url} />
      ))}
    </ul>
  );
}
