import { useEffect, useMemo, useState } from 'react';
import type { JsonShape, Locale, RestCall } from '../../../../../shared/contract/index.ts';
import type { JsonSchema } from '../../../../../shared/kit/json-schema.ts';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import type { EditorSchema } from '../../../ui/code-editor.tsx';

type Subject = { readonly call: RestCall } | { readonly shape: JsonShape };

interface Loaded {
  readonly name: string;
  readonly locale: Locale;
  readonly schema: JsonSchema;
}

/** The schema of a call or of an SDK's object in the window's language; null until it is there. */
export const useSchema = (subject: Subject): EditorSchema | null => {
  const { client } = useStores();
  const { t, locale } = useWords();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const call = 'call' in subject ? subject.call : null;
  const shape = 'shape' in subject ? subject.shape : null;
  const name = call ?? shape ?? '';
  useEffect(() => {
    let isCurrent = true;
    const asked = call
      ? client.compose.restSchema({ call, locale })
      : shape && client.compose.sdkSchema({ shape, locale });
    asked?.then(
      ({ schema }) => {
        if (isCurrent) setLoaded({ name, locale, schema });
      },
      // Without it the editor is still an editor; what is wrong with the connection is said elsewhere.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [client, call, shape, name, locale]);
  return useMemo(() => {
    if (loaded?.name !== name || loaded.locale !== locale) return null;
    const words = {
      values: t('compose.schema.values'),
      needed: t('compose.schema.needed'),
      completions: t('compose.schema.completions'),
    };
    return { schema: loaded.schema, words };
  }, [loaded, name, locale, t]);
};
