import { Braces, ClipboardPaste, RotateCcw, Share } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { Problem, VendorInfo } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { CodeEditor } from '../../../ui/code-editor.tsx';
import { ExportsDialog, type ExportSubject } from '../../../ui/exports-dialog.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { pretty } from '../../../ui/json-places.ts';
import { payloadMarks } from '../model/payload-marks.ts';
import { setOption, type RawDraft } from '../model/raw-draft.ts';
import { useRaw } from '../use-compose.ts';
import { ChoiceDialog } from './choice-dialog.tsx';
import { Notices } from './notices.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { RawOptions } from './raw-options.tsx';
import { RawTargetFields } from './raw-target.tsx';
import { usePaste } from './use-paste.ts';
import { usePayloadSchema } from './use-payload-schema.ts';
import { useRecognise } from './use-recognise.ts';
import css from './raw.module.css';

const noProblems: readonly Problem[] = [];

/** A vendor's payload as it goes on the wire, without any IM message. */
export function RawForm() {
  const found = useRaw();
  return found && <RawFields raw={found.raw} vendor={found.vendor} />;
}

function RawFields({ raw, vendor }: { readonly raw: RawDraft; readonly vendor: VendorInfo }) {
  const { t, say } = useWords();
  const { compose } = useStores();
  const checked = useFrom('compose', (state) => state.checked);
  const recogniser = useRecognise();
  /** The text in the paste dialog; null while it is closed. */
  const [pasting, setPasting] = useState<string | null>(null);
  const [exported, setExported] = useState<ExportSubject | null>(null);
  const schema = usePayloadSchema(vendor.id);
  const root = useRef<HTMLDivElement>(null);
  const dragging = usePaste(root, recogniser, setPasting);
  const problems = checked?.vendor === raw.vendor ? checked.problems : noProblems;
  const marks = useMemo(
    () => payloadMarks(raw.payload, problems, (problem) => say(problem.phrase)),
    [raw.payload, problems, say],
  );
  const tokenProblem = problems.find((problem) => problem.path === 'option:token');
  const setPayload = (payload: string) => {
    if (payload !== raw.payload) compose.editRaw({ ...raw, payload });
  };
  return (
    <div ref={root} className={css['raw']} data-dragging={dragging || undefined}>
      <div className={css['around']}>
        <RawTargetFields raw={raw} vendor={vendor} tokenError={tokenProblem && say(tokenProblem.phrase)} />
        <RawOptions
          fields={vendor.options}
          values={raw.options}
          problems={problems}
          onValue={(name, value) => compose.editRaw(setOption(raw, name, value))}
        />
      </div>
      <div className={css['bar']}>
        <h3 className={css['heading']}>{t('compose.raw.payload')}</h3>
        <Button look="quiet" small icon={<ClipboardPaste />} onClick={() => setPasting('')}>
          {t('compose.paste')}
        </Button>
        {vendor.canExport === true && (
          <IconButton
            icon={<Share />}
            label={t('exports.open')}
            small
            onClick={() =>
              setExported({
                vendor: raw.vendor,
                draft: { payload: raw.payload, options: { ...raw.options } },
                deviceId: raw.target.kind === 'device' ? raw.target.deviceId : null,
              })
            }
          />
        )}
        <IconButton
          icon={<Braces />}
          label={t('compose.raw.format')}
          small
          onClick={() => setPayload(pretty(raw.payload))}
        />
        <IconButton
          icon={<RotateCcw />}
          label={t('compose.raw.example')}
          small
          onClick={() => setPayload(vendor.examplePayload)}
        />
      </div>
      <Notices recogniser={pasting === null ? recogniser : null} payload={raw.payload} onMend={setPayload} />
      <div className={css['editor']}>
        <CodeEditor
          key={vendor.id}
          label={t('compose.raw.editor', { vendor: vendor.label })}
          value={raw.payload}
          onChange={setPayload}
          marks={marks}
          schema={schema}
        />
      </div>
      {schema && (
        <p className={css['keys']}>
          <span>
            <Kbd>Ctrl Space</Kbd> {t('compose.schema.keys.complete')}
          </span>
          <span>
            <Kbd>F1</Kbd> {t('compose.schema.keys.explain')}
          </span>
        </p>
      )}
      {pasting !== null && <PasteDialog recogniser={recogniser} text={pasting} onClose={() => setPasting(null)} />}
      <ExportsDialog subject={exported} onClose={() => setExported(null)} />
      <ChoiceDialog recogniser={recogniser} />
    </div>
  );
}
