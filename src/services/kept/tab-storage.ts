/** What a tab keeps over a reload, as `sessionStorage` does. Null where the browser lets no page have it. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;

export function tabStorage(): TabStorage {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
