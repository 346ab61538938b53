import { useEffect, useMemo, useState } from 'react';
import type { Locale, VendorId } from '../../../../../shared/contract/index.ts';
import type { JsonSchema } from '../../../../../shared/kit/json-schema.ts';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import type { EditorSchema } from '../../../ui/code-editor.tsx';

interface Loaded {
  readonly vendor: VendorId;
  readonly locale: Locale;
  readonly schema: JsonSchema | null;
}

/** The schema of a vendor's payload in the window's language; null until it is there, and where a vendor has none. */
export const usePayloadSchema = (vendor: VendorId): EditorSchema | null => {
  const { client } = useStores();
  const { t, locale } = useWords();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    let isCurrent = true;
    client.settings.payloadSchema({ vendor, locale }).then(
      ({ schema }) => {
        if (isCurrent) setLoaded({ vendor, locale, schema });
      },
      // Without it the editor is still an editor; what is wrong with the connection is said elsewhere.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [client, vendor, locale]);
  return useMemo(() => {
    if (!loaded?.schema || loaded.vendor !== vendor || loaded.locale !== locale) return null;
    const words = {
      values: t('compose.schema.values'),
      needed: t('compose.schema.needed'),
      completions: t('compose.schema.completions'),
    };
    return { schema: loaded.schema, words };
  }, [loaded, vendor, locale, t]);
};
