/** Props of a mounted component that a test can change. */
export function changeable<Props extends object>(props: Props): Props {
  const current = $state(props);
  return current;
}
