import type { Translate } from '../../i18n/translate.js'
import type { Letter, LetterPart } from './letter.js'

/** A letter as plain text, for a mail. `last` stands below it. */
export const letterText = ({ greeting, parts, end }: Letter, last: string): string =>
  [greeting, ...parts.map(partText), end, last].join('\n\n')

function partText({ title, lines, facts, lists, link, code }: LetterPart): string {
  const blocks = [
    [title, '-'.repeat(Math.min(title.length, 60)), ...lines].join('\n'),
    ...(code ? [`${code.title}: ${code.shown}\n${code.how}`] : []),
    ...(link ? [`${link.title}: ${link.url}`] : []),
    ...(facts.length > 0 ? [facts.map((fact) => `${fact.title}: ${fact.value}`).join('\n')] : []),
    ...lists.map((list) =>
      [`${list.title}:`, ...list.items.map((item, at) => `${list.isInOrder ? `${at + 1}.` : '-'} ${item}`)].join('\n'),
    ),
  ]
  return blocks.join('\n\n')
}

/** The shortest of a letter: of each thing its name and where to go, or whom to call. */
export const letterSms = ({ parts }: Letter, phones: readonly (string | undefined)[], t: Translate): string =>
  [
    t('phone.sms.start'),
    ...parts.map(({ title, link, code }, at) => {
      if (code) return [t('phone.sms.plan', { code: code.shown }), link?.url].filter(Boolean).join(' ')
      const phone = phones[at]
      return [title, link?.url ?? (phone ? t('phone.sms.call', { phone }) : undefined)].filter(Boolean).join(' ')
    }),
  ].join('\n')
