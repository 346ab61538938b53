import { useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { Banner } from '../../../ui/notes.tsx';
import { localeOfPath, readStrings, type Strings } from './strings.ts';

interface Told {
  readonly file: string;
  readonly problem: { readonly line: number; readonly reason: string } | null;
  readonly count: number;
  readonly locales: readonly string[];
}

const merge = (into: Strings, from: Strings): Strings => {
  const merged = { ...into };
  for (const [locale, texts] of Object.entries(from)) merged[locale] = { ...merged[locale], ...texts };
  return merged;
};

/** Texts of the app, for keys that a payload names and for other languages. What was read is said for each file. */
export function StringsImport({
  strings,
  onStrings,
}: {
  readonly strings: Strings;
  readonly onStrings: (strings: Strings) => void;
}) {
  const { t } = useWords();
  const [told, setTold] = useState<readonly Told[]>([]);
  const take = async (files: readonly File[]) => {
    const read = await Promise.all(
      files.map(async (file) => {
        const path = file.webkitRelativePath || file.name;
        return { path, result: readStrings(await file.text(), path) };
      }),
    );
    onStrings(read.reduce((all, { result }) => (result.ok ? merge(all, result.strings) : all), strings));
    setTold(
      read.map(({ path, result }) => ({
        file: path,
        problem: result.ok ? null : { line: result.line, reason: result.reason },
        count: result.ok ? result.count : 0,
        locales: result.ok
          ? Object.keys(result.strings).map((locale) => locale || localeOfPath(path) || t('phones.sheet.anyLanguage'))
          : [],
      })),
    );
  };
  return (
    <>
      <FileDrop
        title={t('phones.sheet.import')}
        about=".strings · .xcstrings · strings.xml · .csv"
        accept=".strings,.xcstrings,.xml,.csv"
        takesAll={false}
        onFiles={(files) => void take(files)}
        actions={
          Object.keys(strings).length > 0 && (
            <Button
              small
              onClick={() => {
                onStrings({});
                setTold([]);
              }}
            >
              {t('phones.sheet.forget')}
            </Button>
          )
        }
      />
      {told.map(({ file, problem, count, locales }) => (
        <Banner key={file} tone={problem ? 'rejected' : 'imported'}>
          {problem
            ? `${t('phones.sheet.broken', { file, line: problem.line })} ${t(`phones.sheet.reason.${problem.reason}`)}`
            : t('phones.sheet.read', { file, n: count, languages: locales.join(', ') })}
        </Banner>
      ))}
    </>
  );
}
