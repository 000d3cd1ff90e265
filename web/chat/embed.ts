import { launcher } from './launcher.js'

const script = document.currentScript
if (script instanceof HTMLScriptElement) {
  const language = script.dataset['language'] ?? document.documentElement.lang
  const add = () => document.body.append(launcher(new URL(script.src).origin, language))
  if (document.body) add()
  else addEventListener('DOMContentLoaded', add)
}
