import { AFFECTED, type RequestRevision, type RequestStatus } from '../domain/projects/change-request.js'
import type { PlanContent } from '../domain/projects/plan.js'
import type { Project } from '../domain/projects/project.js'
import { aPaper } from './a-paper.js'
import { text, type Block, type Paper, type PaperPart } from './paper.js'
import { editTexts } from './edit-words.js'
import { changeText, momentText, type Teller } from './teller.js'

/** One revision of a change request, word for word as it was made. `content` is the plan it would change; without it, the project's. */
export function requestPaper(
  of: { project: Project; request: RequestRevision; status?: RequestStatus; content?: PlanContent },
  teller: Teller,
): Paper {
  const { project, request, status, content = project.plan?.content } = of
  const { number, revision, replaces, by, at, ofPlan, hash } = request
  const { t } = teller
  const fact = (key: string, words: string) => ({ term: t(`papers.fact.${key}`), text: words })
  return aPaper(
    {
      project,
      title: t('papers.request.title', { number, revision, title: request.title }),
      file: `${t('papers.file.request')}-${number}-${revision}`,
      facts: [
        fact('by', teller.nameOf(by)),
        fact('at', momentText(at, teller)),
        fact('of-plan', String(ofPlan)),
        ...(status ? [fact('status', t(`papers.status.${status}`))] : []),
        ...(replaces ? [fact('replaces', replaces)] : []),
      ],
      parts: requestParts(request, content, teller),
      hash,
    },
    teller,
  )
}

/** What a request says: in its own paper, and in that of the decision about it. */
export function requestParts(request: RequestRevision, content: PlanContent | undefined, teller: Teller): PaperPart[] {
  const { t } = teller
  const part = (key: string, blocks: readonly Block[]): PaperPart => ({ title: t(`papers.request.${key}`), blocks })
  const edits = editTexts(request.edits, content, teller)
  return [
    part('why', [text(request.why)]),
    part('changes', edits.length > 0 ? [{ kind: 'list', items: edits }] : [text(t('papers.request.no-edits'))]),
    part('effects', [
      {
        kind: 'terms',
        entries: [
          ...AFFECTED.map((one) => ({
            term: t(`papers.affected.${one}`),
            text:
              request.effects[one] ?? t(request.affects.includes(one) ? 'papers.request.touched' : 'papers.request.no-effect'),
          })),
          { term: t('papers.fact.costs'), text: changeText(request.costs, teller) },
        ],
      },
    ]),
    part('alternatives', [text(request.alternatives)]),
    part('if-rejected', [text(request.ifRejected)]),
  ]
}
