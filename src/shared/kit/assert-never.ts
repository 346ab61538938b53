/** Ends a `switch` on a union: a member that was forgotten is a type error here, and a loud one at run time. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
