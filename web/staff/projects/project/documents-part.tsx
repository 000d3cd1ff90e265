import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { ActButton } from '../parts/act-button.js'
import { DataTable } from '../parts/data-table.js'
import { RegisterMark } from '../parts/register-mark.js'
import { Section } from '../parts/section.js'
import { DocumentForm } from '../forms/document-form.js'
import { momentText } from '../texts.js'
import { useProjects } from '../use-projects.js'
import type { OneView } from '../ways.js'
import { useProject } from './use-project.js'

/** The documents that are filed: where they lie, and who has signed them. */
export function DocumentsPart() {
  const { t, language, nameOf } = useProjects()
  const { view, can } = useProject()
  const [isFiling, setFiling] = useState(false)
  return (
    <Section title={t('staff-projects.documents')}>
      {view.documents.length === 0 ? (
        <p className="quiet">{t('staff-projects.no-documents')}</p>
      ) : (
        <DataTable
          caption={t('staff-projects.documents')}
          heads={['document', 'revision', 'filed', 'signed', 'record'].map((head) => t(`staff-projects.head-${head}`))}
          rows={view.documents.map((document) => ({
            id: `${document.kind} ${String(document.number)}`,
            cells: [
              <a key="place" href={document.place} rel="noreferrer" target="_blank">
                {t(`staff-projects.document-${document.kind}`)}: {document.title}
              </a>,
              document.revision,
              `${nameOf(document.by)}, ${momentText(document.at, language)}`,
              <Signed key="signed" document={document} />,
              <RegisterMark
                key="record"
                thing={{ what: 'document', number: document.number, kind: document.kind }}
                name={document.title}
              />,
            ],
          }))}
        />
      )}
      {can('document-filed', 'document.file') && !isFiling && (
        <Button size="small" onClick={() => setFiling(true)}>
          {t('staff-projects.file-document')}
        </Button>
      )}
      {isFiling && <DocumentForm close={() => setFiling(false)} />}
    </Section>
  )
}

const NEEDS_SIGNING: readonly string[] = ['project-directive']

function Signed({ document }: { document: OneView['documents'][number] }) {
  const { t, language, nameOf } = useProjects()
  const { can } = useProject()
  if (document.signedBy)
    return `${nameOf(document.signedBy)}, ${document.signedAt ? momentText(document.signedAt, language) : ''}`
  if (!NEEDS_SIGNING.includes(document.kind)) return '–'
  if (!can('document-signed', 'document.sign')) return t('staff-projects.not-signed')
  return (
    <ActButton
      text={t('staff-projects.sign')}
      name={t('staff-projects.sign-what', { what: document.title })}
      done={t('staff-projects.signed', { what: document.title })}
      event={{ kind: 'document-signed', document: document.kind, number: document.number }}
    />
  )
}
