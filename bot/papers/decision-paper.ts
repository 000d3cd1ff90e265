import type { RequestRevision } from '../domain/projects/change-request.js'
import type { Decision } from '../domain/projects/decision.js'
import type { Project } from '../domain/projects/project.js'
import { aPaper } from './a-paper.js'
import { decisionTerms } from './decision-words.js'
import { partOf, text, type Paper } from './paper.js'
import { requestParts } from './request-paper.js'
import type { Teller } from './teller.js'

/** One decision with everything that it records; of a change request, with the exact revision that it was about. */
export function decisionPaper(of: { project: Project; decision: Decision; request?: RequestRevision }, teller: Teller): Paper {
  const { project, decision, request } = of
  const { t } = teller
  return aPaper(
    {
      project,
      title: t('papers.decision.title', { number: decision.number }),
      file: `${t('papers.file.decision')}-${decision.number}`,
      facts: [],
      parts: [
        { title: t('papers.decision.what'), blocks: [{ kind: 'terms', entries: decisionTerms(decision, project, teller) }] },
        ...(request
          ? partOf(t('papers.decision.about', { number: request.number, revision: request.revision }), [
              text(request.title, 'strong'),
            ])
          : []),
        ...(request ? requestParts(request, project.plan?.content, teller) : []),
      ],
    },
    teller,
  )
}
