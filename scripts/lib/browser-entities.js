/**
 * Stands in for entities, of which markdown-it asks one thing: what a named character is. The browser knows each name
 * itself, and the package brings a table of them: 13 kB of the shell.
 */
/** @param {string} name with its `&` and its `;`. One that is not known stays as it is. */
export function decodeHTMLStrict(name) {
  const template = document.createElement('template');
  template.innerHTML = name;
  const character = template.content.textContent ?? '';
  // A name is one character or two. Where only its beginning is one ("&notit;"), the rest is left over.
  return [...character].length <= 2 ? character : name;
}
