const NOT_HERE = 'script, style, iframe, object, embed, link, meta, base, input[type="hidden"]'

/**
 * A line as the citizen saw it, to be read and not to be used: no scripts, no forms, and what was pressed there is shown as words. The server
 * escapes; this holds should it ever forget.
 */
export function quietHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  body.querySelectorAll(NOT_HERE).forEach((element) => element.remove())
  body.querySelectorAll('form').forEach((form) => form.replaceWith(copied(form, 'div')))
  body.querySelectorAll('button').forEach((button) => button.replaceWith(copied(button, 'span')))
  body.querySelectorAll('input, select, textarea').forEach((field) => field.setAttribute('disabled', ''))
  body.querySelectorAll('h1, h2, h3, h4').forEach((heading) => heading.replaceWith(copied(heading, 'p', 'heading')))
  body.querySelectorAll('*').forEach(strip)
  body.querySelectorAll('a').forEach((link) => {
    link.target = '_blank'
    link.rel = 'noopener noreferrer'
  })
  return body.innerHTML
}

function copied(element: Element, as: string, also = ''): Element {
  const copy = element.ownerDocument.createElement(as)
  copy.className = `${element.className} ${also}`.trim()
  copy.append(...element.childNodes)
  return copy
}

// Two lines may be the same card: an id would then stand twice in the page.
const strip = (element: Element): void =>
  [...element.attributes]
    .filter(({ name, value }) => /^(on|style$|id$|tabindex$|aria-|for$)/i.test(name) || /^\s*javascript:/i.test(value))
    .forEach(({ name }) => element.removeAttribute(name))
