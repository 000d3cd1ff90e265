import { NlpManager } from 'node-nlp'
import { ASKED_FOR, kept, read, type Corpus, type Engine } from '../engine.js'

const SETTINGS = { autoSave: false, autoLoad: false, forceNER: false, nlu: { log: false } }

// Trained on every text as something said; a language is learned by itself, so all is given as the one that most is written in.
export const nodeNlp: Engine = {
  name: 'node-nlp',
  async prepare({ language, things }: Corpus) {
    const manager = new NlpManager({ ...SETTINGS, languages: [language] })
    for (const { id, texts } of things) for (const { text } of texts) manager.addDocument(language, text, id)
    await manager.train()
    return kept({ language, model: manager.export(true) })
  },
  open(prepared) {
    const { language, model } = read(prepared) as { language: string; model: string }
    const manager = new NlpManager({ ...SETTINGS, languages: [language] })
    manager.import(model)
    return {
      async rank(question) {
        const { classifications } = await manager.nlp.classify(language, question)
        return classifications.slice(0, ASKED_FOR).map(({ intent, score }) => ({ id: intent, score }))
      },
    }
  },
}
