import { Checkbox, Field, Spinner, Textarea } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { AsJson, ProgressForm as Given } from '../../../../bot/domain/projects/project-view.js'
import { Told } from '../../parts/told.js'
import { linkTo } from '../address.js'
import { ASPECT_NAMES } from '../project/aspects.js'
import { useProject, type Trouble } from '../project/use-project.js'
import { kronorIn } from '../texts.js'
import { useProjects } from '../use-projects.js'
import { ActForm } from './act-form.js'
import { CompiledPart } from './compiled-part.js'
import { CostsField } from './costs-field.js'
import { DraftLine } from './draft-line.js'
import { DraftTold } from './draft-told.js'
import { LightField } from './light-field.js'
import { missingIn, progressSaid, type TypedLight, type TypedProgress } from './progress-typed.js'
import { foundIn, keptIn } from './draft-shape.js'
import { useDraft } from './use-draft.js'

/** The manager's month, with what the status reports say together. Published, it is frozen. */
export function ProgressForm() {
  const { ways, t } = useProjects()
  const { view } = useProject()
  const [given, setGiven] = useState<AsJson<Given>>()
  const [trouble, setTrouble] = useState<string>()
  useEffect(() => {
    void ways.progressForm(view.id).then((got) => {
      if (got.is === 'ok') setGiven(got.body)
      else setTrouble(got.message ?? t('staff-projects.not-read'))
    })
  }, [ways, t, view.id])
  if (trouble) return <Told intent="error">{trouble}</Told>
  return given ? <Filled given={given} /> : <Spinner label={t('staff.starting')} />
}

/** Begins as the last one was: the lights with the trends that follow of them, and what was to be done next as what was done. */
function first({ last, posts, trends }: AsJson<Given>): TypedProgress {
  const light = (aspect: (typeof ASPECT_NAMES)[number]): TypedLight => {
    const was = last?.lights[aspect]
    return { light: was?.light ?? 'green', trend: trends[aspect][was?.light ?? 'green'], comment: was?.comment ?? '' }
  }
  return {
    done: last?.next ?? '',
    next: '',
    lights: Object.fromEntries(ASPECT_NAMES.map((aspect) => [aspect, light(aspect)])) as TypedProgress['lights'],
    costs: posts.map(({ id }) => {
      const cost = last?.costs.find(({ post }) => post === id)
      return { post: id, spent: cost ? kronorIn(cost.spent) : '', expected: cost ? kronorIn(cost.expected) : '' }
    }),
    decisionsWanted: [],
    withRisks: true,
  }
}

function Filled({ given }: { given: AsJson<Given> }) {
  const { t } = useProjects()
  const { view, act } = useProject()
  const kept = keptIn(given.draft) as TypedProgress | undefined
  const [typed, setTyped] = useState<TypedProgress>(kept ?? first(given))
  const of = { kind: 'progress-report', about: '' } as const
  const draft = useDraft({ of, said: typed, page: 0, found: foundIn(given.draft) })
  const set = (change: Partial<TypedProgress>): void => setTyped((before) => ({ ...before, ...change }))
  const missing = missingIn(typed)
  const submit = async (): Promise<Trouble | undefined> => {
    const said = progressSaid(typed)
    if (!said) return t('staff-projects.progress-missing')
    const trouble = await act({ kind: 'progress-published', said }, t('staff-projects.progress-published'))
    if (trouble) return trouble
    await draft.end()
    location.hash = linkTo({ project: view.id, tab: 'reports' })
    return undefined
  }
  return (
    <ActForm
      title={t('staff-projects.progress-new')}
      doText={t('staff-projects.progress-publish')}
      isReady={progressSaid(typed) !== undefined}
      submit={submit}
    >
      <p className="quiet">{t('staff-projects.progress-hint')}</p>
      <DraftTold draft={draft} />
      <CompiledPart compiled={given.compiled} waiting={given.waiting} />
      {(['done', 'next'] as const).map((name) => (
        <Field
          key={name}
          label={t(`staff-projects.progress-${name}`)}
          validationMessage={missing.texts.includes(name) ? t('staff-projects.needs-text') : undefined}
          validationState={missing.texts.includes(name) ? 'warning' : 'none'}
          required
        >
          <Textarea resize="vertical" value={typed[name]} onChange={(_, { value }) => set({ [name]: value })} />
        </Field>
      ))}
      {ASPECT_NAMES.map((aspect) => (
        <LightField
          key={aspect}
          aspect={aspect}
          judged={typed.lights[aspect]}
          trends={given.trends[aspect]}
          isMissing={missing.comments.includes(aspect)}
          change={(judged) => set({ lights: { ...typed.lights, [aspect]: judged } })}
        />
      ))}
      <CostsField costs={typed.costs} posts={given.posts} wrong={missing.costs} change={(costs) => set({ costs })} />
      <Field label={t('staff-projects.decisions-wanted')} hint={t('staff-projects.one-a-line')}>
        <Textarea
          resize="vertical"
          value={typed.decisionsWanted.join('\n')}
          onChange={(_, { value }) => set({ decisionsWanted: value === '' ? [] : value.split('\n') })}
        />
      </Field>
      <Checkbox
        label={t('staff-projects.with-risks')}
        checked={typed.withRisks}
        onChange={(_, { checked }) => set({ withRisks: checked === true })}
      />
      <DraftLine
        draft={draft}
        discard={() => {
          setTyped(first(given))
          void draft.discard(first(given))
        }}
      />
    </ActForm>
  )
}
