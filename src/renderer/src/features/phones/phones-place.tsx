/** Being built. */
export function PhonesPlace() {
  return null;
}
