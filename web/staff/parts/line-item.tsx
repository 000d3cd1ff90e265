import { Button } from '@fluentui/react-components'
import { memo } from 'react'
import type { ChatLine, HandOffView } from '../../../bot/domain/desk/desk-view.js'
import { useDesk } from '../hooks/use-desk.js'
import { newId } from '../../chat/new-id.js'
import { quietHtml } from '../quiet-html.js'
import { FileButton } from './file-button.js'
import { timeText } from '../times.js'

type Props = { line: ChatLine; handOff: HandOffView }

/** One line, with who said it and when. Under what the bot said one can say that it was wrong. */
export function LineItem({ line, handOff }: Props) {
  const { t, language, may, dispatch, now } = useDesk()
  const { from, at, html, turn, masked, attachments } = line
  const who = from.name ?? t(`staff.from-${from.kind}`)
  const wrong = () => dispatch({ do: 'report', report: { id: newId(), handOff: handOff.id, kind: 'bot-wrong', turn } })
  return (
    <article className={`line from-${from.kind}`}>
      <div className="line-head">
        <strong>{who}</strong> <time dateTime={at}>{timeText(at, now(), language)}</time>
        {masked && <span className="masked">{t('staff.masked')}</span>}
        {from.kind === 'bot' && turn && may('report.file') && (
          <Button className="wrong" size="small" appearance="transparent" onClick={wrong}>
            {t('staff.bot-wrong')}
          </Button>
        )}
      </div>
      {html !== '' && <Said html={html} language={handOff.language} />}
      {attachments?.map((file) => (
        <FileButton key={file.url} {...file} />
      ))}
    </article>
  )
}

// Parsed once for each line, since lines never change.
const Said = memo(({ html, language }: { html: string; language: string }) => (
  <div className="said" lang={language} dangerouslySetInnerHTML={{ __html: quietHtml(html) }} />
))
Said.displayName = 'Said'
