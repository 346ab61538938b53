/** Being built. */
export function LogPlace() {
  return null;
}
