import { attribute, escapeHtml } from '../../cards/escape.js'
import { messageToHtml } from '../../cards/message-to-html.js'
import { filesAllowed } from '../../domain/file-text.js'
import type { Config } from '../../config/config.js'
import type { Content } from '../../domain/content/content.js'
import type { StoredActivity } from '../../domain/conversations/message.js'
import { directionOf } from '../../i18n/direction.js'
import type { Translate } from '../../i18n/translate.js'
import type { ClientAssets } from './client-assets.js'
import { deskStatusHtml } from './desk-status.js'
import { callHtml, helpHtml } from './help-html.js'
import type { Visit } from './visit.js'
import { isShared } from './visit.js'
import { clientWords, messageWords } from './words.js'

/** All that the page says and shows. */
export type PageView = Pick<Visit, 'language' | 'framed' | 'conversation'> & {
  config: Pick<Config, 'languages' | 'leaveTo' | 'keep' | 'limits'>
  clientAssets: ClientAssets
  translate: (language: string) => Translate
  t: Translate
  nonce: string
  content: Content
  /** There are messages that are not shown again. */
  isHiding: boolean
  messages: readonly { activity: StoredActivity; seq?: number }[]
  /** How it stands with a hand-off to a person. */
  deskStatus?: string
  /** A person answers, to whom files can be sent. */
  takesFiles: boolean
  /** Hidden in the form: sent twice, it is one turn. */
  formId: string
  /** Id of an answer to a crisis that no other page will show. */
  once?: string
  /** What is in the box already. */
  text: string
  /** What did not go as the person wished, in words. */
  problem?: string
  /** The problem is what is written in the box. */
  isTextWrong: boolean
}

/** The whole page, as it works without a script. */
export function pageHtml(view: PageView): string {
  const { t, messages, framed } = view
  const state = messages.length > 0 ? 'talking' : 'new'
  return documentHtml(
    view,
    t(view.problem ? 'page.title-trouble' : 'page.title'),
    `<script type="module" nonce="${view.nonce}" src="${view.clientAssets.client.path}"></script>`,
    `<body data-state="${state}"${attribute('data-framed', framed)}>
<a class="skip" href="#text">${escapeHtml(t('page.skip'))}</a>
<header class="bar"><p class="brand"><img src="/favicon.svg" alt="" width="40" height="40">${escapeHtml(t('page.name'))} <span>${escapeHtml(t('page.city'))}</span></p>${leaveHtml(view)}</header>
<main>
${startHtml(view)}
<section class="talk" aria-labelledby="talk"><h2 id="talk" class="hidden-visually">${escapeHtml(t('page.conversation'))}</h2>
<ol id="messages">${messagesHtml(view)}</ol></section>
${deskStatusHtml(view)}
<div id="live" class="hidden-visually" aria-live="polite" aria-atomic="false"></div>
${sayHtml(view)}
${callHtml(view)}
${helpHtml(view)}
</main>
<script type="application/json" id="setup">${setupJson(view)}</script>
</body>`,
  )
}

/** What is shown in a frame after leaving: nothing about what was said, and the way out of the window. */
export const leftHtml = (view: Pick<PageView, 'language' | 't' | 'clientAssets' | 'config'>): string =>
  documentHtml(
    view,
    view.t('page.left-title'),
    '',
    `<body data-state="left"><main><h1>${escapeHtml(view.t('page.left'))}</h1>
<p><a class="button"${attribute('href', view.config.leaveTo)} target="_top" rel="noreferrer">${escapeHtml(view.t('page.left-on'))}</a></p></main></body>`,
  )

/** A page in the chat's looks. `head` and `body` are HTML. */
export const documentHtml = (
  { language, clientAssets }: Pick<PageView, 'language' | 'clientAssets'>,
  title: string,
  head: string,
  body: string,
): string =>
  `<!doctype html>
<html${attribute('lang', language)} dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${clientAssets.style.path}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${head}
</head>
${body}
</html>
`

const leaveHtml = ({ t }: PageView): string =>
  `<form id="leave" method="post" action="/leave"><button type="submit" class="leave">${escapeHtml(t('page.leave'))}</button></form>`

/** Languages by their own names first, then one sentence. */
function startHtml(view: PageView): string {
  const { t, config, translate, language } = view
  const buttons = config.languages.map((own) => {
    const name = escapeHtml(translate(own)('page.language-name'))
    return `<button type="submit" name="language" value="${escapeHtml(own)}" lang="${escapeHtml(own)}"${attribute('aria-pressed', String(own === language))}>${name}</button>`
  })
  return `<div class="start">
<form method="post" action="/language" class="languages"${attribute('aria-label', t('page.languages'))}>${buttons.join('')}</form>
<h1>${escapeHtml(t('page.title'))}</h1>
<p class="intro">${escapeHtml(t('page.intro'))}</p>
${noticesHtml(view)}</div>`
}

const noticesHtml = (view: PageView): string =>
  [...(isShared(view) ? ['page.shared-on'] : []), ...(view.isHiding ? ['crisis.hidden'] : [])]
    .map((key) => `<p class="notice">${escapeHtml(view.t(key))}</p>`)
    .join('')

function messagesHtml({ messages, t, language, framed, formId }: PageView): string {
  const words = { ...messageWords(t, language, framed), page: formId }
  const shown = messages.filter(({ activity }) => activity.type === 'message')
  return shown
    .map(({ activity, seq }, index) => messageToHtml(activity, words, { seq, isLast: index === shown.length - 1 }))
    .join('\n')
}

/** The box. What went wrong stands above it, is read aloud, and belongs to the box when the text is to blame. */
function sayHtml(view: PageView): string {
  const { t, formId, once, text, problem, isTextWrong, takesFiles } = view
  const wrong = isTextWrong ? ' aria-invalid="true" aria-describedby="status"' : ''
  const way = takesFiles ? 'action="/file" enctype="multipart/form-data"' : 'action="/say"'
  return `<form id="say" method="post" ${way}>
<p id="status" role="status"${problem ? ' data-kind="trouble"' : ''}>${escapeHtml(problem ?? '')}</p>
<label for="text">${escapeHtml(t('page.label'))}</label>
<div class="box"><textarea id="text" name="text" rows="2" autocomplete="off" enterkeyhint="send"${wrong}${problem ? ' autofocus' : ''}>
${escapeHtml(text)}</textarea><button id="send" type="submit" class="button positive">${escapeHtml(t('page.send'))}</button></div>
${fileHtml(view)}
<input type="hidden" name="id" value="${escapeHtml(formId)}">${once === undefined ? '' : `<input type="hidden" name="once"${attribute('value', once)}>`}
</form>`
}

/** Where a file is chosen, to be sent with what stands in the box. The script shows it when somebody has taken the chat. */
const fileHtml = ({ t, language, config, takesFiles }: PageView): string =>
  `<div id="file-part" class="file-part"${attribute('hidden', !takesFiles)}><label for="file">${escapeHtml(t('page.file-label'))}</label>` +
  `<input id="file" name="file" type="file"${attribute('accept', config.limits.uploadTypes.join(','))} aria-describedby="file-hint">` +
  `<p id="file-hint" class="hint">${escapeHtml(t('page.file-hint', filesAllowed(config.limits, language)))}</p></div>`

/** For the script. "<" is written so that no text can end the element. */
function setupJson({ language, t, framed, messages, isHiding, config }: PageView): string {
  const setup = {
    language,
    dir: directionOf(language),
    words: { ...messageWords(t, language, framed), ...clientWords(t, filesAllowed(config.limits, language)) },
    talking: messages.length > 0 || isHiding,
    leaveTo: config.leaveTo,
    maxLength: config.limits.messageLength,
    files: { types: config.limits.uploadTypes, bytes: config.limits.uploadBytes },
  }
  return JSON.stringify(setup).replaceAll('<', '\\u003c')
}
