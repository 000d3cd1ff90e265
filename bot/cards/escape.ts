const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\0': '' }

/** Text as it may stand anywhere in HTML, attribute values in double quotes included. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"'\0]/g, (character) => ENTITIES[character] ?? '')

/** ` name="value"`, ` name` for true, nothing for undefined and false. */
export const attribute = (name: string, value: string | number | boolean | undefined): string => {
  if (value === undefined || value === false) return ''
  return value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`
}

/** A link that cannot run anything or lead to an unprotected page; undefined for all others. Plans and the secure form are on our own page, wherever that is. */
export const safeLink = (address: unknown): string | undefined =>
  typeof address === 'string' && /^(?:https:\/\/[^\s/]|\/(?:plans|secure)\/[\w-]|tel:\+?[0-9]|mailto:[^\s@]+@)/i.test(address)
    ? address
    : undefined
