import { FolderOpen, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Select } from '../../../ui/field.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { Banner } from '../../../ui/notes.tsx';
import { phoneLocales } from '../skins/words.ts';
import { readStrings, stringsOf, type Strings } from './strings.ts';
import css from './sheet.module.css';

interface Told {
  /** Where it stood in a chosen folder, else its name. */
  readonly path: string;
  readonly problem: { readonly line: number; readonly reason: string } | null;
  readonly count: number;
  readonly strings: Strings;
  /** Chosen for a file whose path names no language; empty: any. */
  readonly locale: string;
}

const kinds = /(?:\.strings|\.xcstrings|\.csv|(?:^|\/)strings\.xml)$/i;

const read = async (file: File): Promise<Told> => {
  const path = file.webkitRelativePath || file.name;
  const result = readStrings(await file.text(), path);
  return result.ok
    ? { path, problem: null, count: result.count, strings: result.strings, locale: '' }
    : { path, problem: { line: result.line, reason: result.reason }, count: 0, strings: {}, locale: '' };
};

/** What was read of one file. One whose path names no language is asked about: `strings.xml` alone does not say. */
function FileRow(props: {
  readonly file: Told;
  readonly onLocale: (locale: string) => void;
  readonly onForget: () => void;
}) {
  const { file, onLocale, onForget } = props;
  const { t } = useWords();
  const { path, problem, count, strings, locale } = file;
  if (problem) {
    return (
      <Banner tone="rejected">
        {`${t('phones.sheet.broken', { file: path, line: problem.line })} ${t(`phones.sheet.reason.${problem.reason}`)}`}
      </Banner>
    );
  }
  const languages = Object.keys(strings).filter((tag) => tag !== '');
  const isUnnamed = strings[''] !== undefined;
  return (
    <div className={css['file']}>
      <span>
        {isUnnamed
          ? t('phones.sheet.noLanguage', { file: path, n: count })
          : t('phones.sheet.read', { file: path, n: count, languages: languages.join(', ') })}
      </span>
      <IconButton icon={<X />} label={t('phones.sheet.remove', { file: path })} small onClick={onForget} />
      {isUnnamed && (
        <Select
          aria-label={t('phones.sheet.languageOf', { file: path })}
          value={locale}
          choices={[{ value: '', label: t('phones.sheet.anyLanguage') }, ...phoneLocales]}
          onChoose={onLocale}
        />
      )}
    </div>
  );
}

/** Texts of the app, for keys that a payload names and for other languages. What was read is said for each file. */
export function StringsImport({ onStrings }: { readonly onStrings: (strings: Strings) => void }) {
  const { t } = useWords();
  const folder = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<readonly Told[]>([]);
  const change = (next: readonly Told[]) => {
    setFiles(next);
    onStrings(stringsOf(next));
  };
  const take = async (chosen: readonly File[]) => {
    const told = await Promise.all(chosen.map(read));
    // Read again, a file takes the place of what it said before.
    const isAgain = ({ path }: Told) => told.some((one) => one.path === path);
    change([...files.filter((one) => !isAgain(one)), ...told]);
  };
  return (
    <>
      <FileDrop
        title={t('phones.sheet.import')}
        about=".strings · .xcstrings · strings.xml · .csv"
        accept=".strings,.xcstrings,.xml,.csv"
        takesAll={false}
        onFiles={(chosen) => void take(chosen)}
        actions={
          files.length > 0 && (
            <Button small onClick={() => change([])}>
              {t('phones.sheet.forget')}
            </Button>
          )
        }
      />
      <Button small icon={<FolderOpen />} onClick={() => folder.current?.click()}>
        {t('phones.sheet.folder')}
      </Button>
      <input
        ref={(input) => {
          folder.current = input;
          // No property of React's: the folder's own names say which language a file is in.
          input?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        hidden
        multiple
        aria-label={t('phones.sheet.folder')}
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])];
          void take(chosen.filter((file) => kinds.test(file.webkitRelativePath || file.name)));
          event.currentTarget.value = '';
        }}
      />
      {files.map((file) => (
        <FileRow
          key={file.path}
          file={file}
          onLocale={(locale) => change(files.map((one) => (one === file ? { ...one, locale } : one)))}
          onForget={() => change(files.filter((one) => one !== file))}
        />
      ))}
    </>
  );
}
