import { Columns2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { SdkPrint } from '../../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy.tsx';
import { Fold } from '../../../ui/fold.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import css from './fields.module.css';

type Form = 'v2' | 'java';
const shapes = { v2: 'V2TIMOfflinePushInfo', java: 'TIMMessageOfflinePushSettings' } as const;

/** The settings of this message as an app with an SDK writes them: the object of today's, the Java of the old one. */
export function SdkCode({ form }: { readonly form: Form }) {
  const { t } = useWords();
  return (
    <Fold title={t(`compose.sdkCode.${form}`)}>
      <CodeText form={form} />
    </Fold>
  );
}

const textIn = (printed: SdkPrint, form: Form): string =>
  form === 'java' ? (printed.java ?? '') : printed.v2 ? JSON.stringify(printed.v2, null, 2) : '';

/** Asked for while it is looked at. An answer that comes after a later question is no answer any more. */
function CodeText({ form }: { readonly form: Form }) {
  const { t } = useWords();
  const { client, compose, sdk } = useStores();
  const message = useFrom('compose', (state) => state.draft?.message);
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<CallFailure | null>(null);
  useEffect(() => {
    if (!message) return;
    let isLate = false;
    client.compose.printSdk({ message }).then(
      (printed) => {
        if (isLate) return;
        setText(textIn(printed, form));
        setFailure(null);
      },
      (error: unknown) => !isLate && setFailure(asCallFailure(error)),
    );
    return () => {
      isLate = true;
    };
  }, [client, message, form]);
  if (failure) return <FailureNote failure={failure} />;
  const label = t(`compose.sdkCode.${form}`);
  return (
    <div className={css['code']}>
      <CopyButton text={text} label={t('compose.sdkCode.copy', { what: label })} />
      <pre aria-label={label}>{text}</pre>
      <Button
        small
        icon={<Columns2 />}
        onClick={() => {
          sdk.choose({ shape: shapes[form] });
          compose.showView('both');
        }}
      >
        {t('compose.shape.beside')}
      </Button>
    </div>
  );
}
