const ID = 'notice'

/** Something that is true for as long as the page is open stands above the line of status, which changes all the time. False: it stands there already. */
export function standNotice(line: HTMLElement, words: string): boolean {
  if (document.getElementById(ID)) return false
  const notice = document.createElement('p')
  notice.id = ID
  notice.className = 'notice'
  notice.textContent = words
  line.before(notice)
  return true
}
