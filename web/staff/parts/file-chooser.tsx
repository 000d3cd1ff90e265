import { Button } from '@fluentui/react-components'
import { Attach20Regular, Dismiss16Regular } from '@fluentui/react-icons'
import { useRef } from 'react'
import { sizeText } from '../../../bot/domain/file-text.js'
import { useDesk } from '../hooks/use-desk.js'

type Props = { choose: (file: File | undefined) => void }

/** Chooses a file by the browser's own window. The field itself is hidden: the button is what the keyboard reaches. */
export function FileChooser({ choose }: Props) {
  const { t } = useDesk()
  const input = useRef<HTMLInputElement>(null)
  const chosen = (): void => {
    choose(input.current?.files?.[0])
    // The same file may be chosen once more.
    if (input.current) input.current.value = ''
  }
  return (
    <>
      <input ref={input} type="file" hidden tabIndex={-1} onChange={chosen} />
      <Button size="small" icon={<Attach20Regular />} onClick={() => input.current?.click()}>
        {t('staff.choose-file')}
      </Button>
    </>
  )
}

/** The file that goes with what is written, until it is sent or taken away. */
export function ChosenFile({ file, choose }: Props & { file?: File }) {
  const { t, language } = useDesk()
  return (
    <div role="status" className="chosen-file">
      {file && (
        <>
          <span>{t('staff.chosen-file', { name: file.name, size: sizeText(file.size, language) })}</span>
          <Button
            size="small"
            appearance="subtle"
            icon={<Dismiss16Regular />}
            aria-label={t('staff.remove-file', { name: file.name })}
            onClick={() => choose(undefined)}
          />
        </>
      )}
    </div>
  )
}
