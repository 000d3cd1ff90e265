import type { FieldView, FoundView, OverviewView, PreviewView, ThingView } from '../../../bot/domain/corrections/view.js'
import type { Asked, Wanted } from '../../../bot/domain/corrections/decide.js'
import type { Api } from '../api.js'

export type Refusal = { kind: 'refused'; why: string; message: string; now?: FieldView }
export type Previewed = (PreviewView & { kind: 'preview' }) | Refusal
export type Published = { kind: 'done'; version: number; field?: FieldView } | Refusal

/** What an editor asks for, by what they saw when they began. */
export const askedOf = ({ kind, entry, field, version, filed }: FieldView, wanted: Wanted): Asked => ({
  ...{ kind, entry, field, wanted },
  seen: { version, filed },
})

/** The HTTP of the corrections. */
export const waysOf = (api: Api) => ({
  overview: () => api.get<OverviewView>('corrections'),
  found: (query: string) => api.get<{ found: readonly FoundView[] }>(`corrections/found?q=${encodeURIComponent(query)}`),
  thing: (kind: string, id: string) =>
    api.get<ThingView>(`corrections/thing?kind=${encodeURIComponent(kind)}&id=${encodeURIComponent(id)}`),
  preview: (asked: Asked, language: string) => api.post<Previewed>('corrections/preview', { ...asked, language }),
  publish: (asked: Asked, why: string) => api.post<Published>('corrections', { ...asked, why }),
})
export type Ways = ReturnType<typeof waysOf>
