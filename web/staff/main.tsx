import { createDOMRenderer, RendererProvider } from '@fluentui/react-components'
import { createRoot } from 'react-dom/client'
import { Root } from './root.js'

const place = document.getElementById('desk')
// The page's policy lets in only the styles that bear its nonce; Fluent makes its own at run time.
const nonce = place?.dataset['nonce'] ?? ''
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } })

if (place)
  createRoot(place).render(
    <RendererProvider renderer={renderer}>
      <Root beat={place.dataset['beat'] ?? ''} />
    </RendererProvider>,
  )
