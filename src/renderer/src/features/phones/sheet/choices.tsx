import css from './sheet.module.css';

/** Several of many, each a box to tick. The last one ticked stays. */
export function Choices<T extends string>(props: {
  readonly label: string;
  readonly all: readonly { readonly value: T; readonly label: string }[];
  readonly chosen: readonly T[];
  readonly onChoose: (chosen: readonly T[]) => void;
}) {
  const { label, all, chosen, onChoose } = props;
  return (
    <fieldset className={css['choices']}>
      <legend>{label}</legend>
      {all.map(({ value, label: name }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            disabled={chosen.length === 1 && chosen[0] === value}
            onChange={(event) => {
              const next = event.currentTarget.checked ? [...chosen, value] : chosen.filter((one) => one !== value);
              // In the order of the boxes, so that the page does not depend on the order of the clicks.
              onChoose(all.map((one) => one.value).filter((one) => next.includes(one)));
            }}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
