/** The part of the package that is used; it brings no types. */
declare module 'node-nlp' {
  type Settings = {
    languages: string[]
    autoSave: boolean
    autoLoad: boolean
    forceNER: boolean
    nlu: { log: boolean }
  }

  export class NlpManager {
    constructor(settings: Settings)
    readonly nlp: {
      classify(locale: string, utterance: string): Promise<{ classifications: { intent: string; score: number }[] }>
    }
    addDocument(locale: string, utterance: string, intent: string): void
    train(): Promise<unknown>
    export(minified: boolean): string
    import(model: string): void
  }
}
