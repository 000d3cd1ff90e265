import { Field, Input, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { DocumentKind } from '../../../../bot/domain/projects/documents.js'
import { useProject, type Trouble } from '../project/use-project.js'
import { useProjects } from '../use-projects.js'
import { ActForm } from './act-form.js'

const KINDS: readonly DocumentKind[] = [
  'project-or-not',
  'idea',
  'pre-study',
  'pre-study-evaluation',
  'project-directive',
  'communication-plan',
  'resource-contract',
  'meeting-notes',
  'maintenance-plan',
  'project-approval',
  'final-report',
  'other',
]

/** The SHA-256 of a file's bytes, in hex: what tells later whether what lies there is what was filed. */
async function fingerprintOf(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Files a document: what it is, where it lies, and its fingerprint, which is counted here. The file itself is not sent anywhere. */
export function DocumentForm({ close }: { close: () => void }) {
  const { t } = useProjects()
  const { act } = useProject()
  const [kind, setKind] = useState<DocumentKind>('project-directive')
  const [title, setTitle] = useState('')
  const [place, setPlace] = useState('')
  const [sha256, setSha256] = useState('')
  const isReady = title.trim() !== '' && URL.canParse(place) && sha256 !== ''
  const submit = async (): Promise<Trouble | undefined> => {
    const trouble = await act(
      { kind: 'document-filed', document: { kind, title, place: place.trim(), sha256 } },
      t('staff-projects.document-filed', { what: title }),
    )
    if (!trouble) close()
    return trouble
  }
  return (
    <ActForm
      title={t('staff-projects.file-document')}
      doText={t('staff-projects.file-do')}
      {...{ isReady, submit }}
      cancel={close}
    >
      <Field label={t('staff-projects.head-document')}>
        <Select value={kind} onChange={(_, { value }) => setKind(value as DocumentKind)}>
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`staff-projects.document-${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('staff-projects.title')} required>
        <Input value={title} maxLength={200} onChange={(_, { value }) => setTitle(value)} />
      </Field>
      <Field label={t('staff-projects.place-of-document')} hint={t('staff-projects.place-hint')} required>
        <Input type="url" value={place} onChange={(_, { value }) => setPlace(value)} />
      </Field>
      <label className="project-label">
        {t('staff-projects.choose-file')}
        <input
          type="file"
          required
          onChange={({ target }) => {
            const file = target.files?.[0]
            if (file) void fingerprintOf(file).then(setSha256)
          }}
        />
        <span className="quiet">{t('staff-projects.choose-file-hint')}</span>
      </label>
    </ActForm>
  )
}
