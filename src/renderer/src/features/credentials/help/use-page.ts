import { useEffect, useState } from 'react';
import type { Locale } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { readPage, type HelpSection } from './page.ts';

/** The pages of the repository, one per language. They are part of the window, so they open offline. */
const pages = import.meta.glob<string>('../../../../../../docs/credentials*.md', { query: '?raw', import: 'default' });

const english = '/credentials.md';
const names: Readonly<Record<Locale, string>> = {
  en: english,
  'zh-CN': '/credentials.zh-CN.md',
  ja: english,
  ko: english,
};

/** The page in the window's language; null until it is there. */
export const useHelpPage = (): readonly HelpSection[] | null => {
  const { locale } = useWords();
  const [page, setPage] = useState<readonly HelpSection[] | null>(null);
  useEffect(() => {
    const [, load] = Object.entries(pages).find(([file]) => file.endsWith(names[locale])) ?? [];
    let isWanted = true;
    void load?.().then((text) => isWanted && setPage(readPage(text)));
    return () => {
      isWanted = false;
    };
  }, [locale]);
  return page;
};
