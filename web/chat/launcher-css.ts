/** The looks of the launcher. Everything inherited from the page around is undone first. */
export const LAUNCHER_CSS = `
:host {
  all: initial;
  position: fixed;
  inset-block-end: 1rem;
  inset-inline-end: 1rem;
  z-index: 2147483000;
  font: 1.125rem/1.4 system-ui, sans-serif;
  color-scheme: light dark;
}
[hidden] { display: none !important }
button, a {
  font: inherit;
  min-block-size: 44px;
  min-inline-size: 44px;
  cursor: pointer;
}
:focus-visible { outline: 3px solid #000; outline-offset: 2px; box-shadow: 0 0 0 6px #fff }
#open {
  padding: .6rem 1.2rem;
  border: 2px solid #fff;
  border-radius: 2rem;
  background: #1a3c6e;
  color: #fff;
}
#panel {
  position: fixed;
  inset-block-end: 5.5rem;
  inset-inline-end: 1rem;
  display: flex;
  flex-direction: column;
  inline-size: min(26rem, calc(100vw - 2rem));
  block-size: min(42rem, calc(100vh - 7rem));
  overflow: hidden;
  border: 2px solid #1a3c6e;
  border-radius: .75rem;
  background: Canvas;
  color: CanvasText;
}
#bar { display: flex; justify-content: space-between; align-items: center; padding-inline: .75rem; background: #1a3c6e }
#bar a, #bar button { display: inline-flex; align-items: center; justify-content: center; border: 0; background: none; color: #fff }
#bar button { font-size: 1.75rem; line-height: 1 }
#bar :focus-visible { outline-color: #fff; outline-offset: -4px; box-shadow: none }
#not-here:empty { display: none }
#not-here { padding: 1rem; margin: 0 }
iframe { flex: 1; inline-size: 100%; border: 0; background: Canvas }
@media (max-width: 30rem), (max-height: 30rem) {
  #panel { inset: 0; inline-size: auto; block-size: auto; border: 0; border-radius: 0 }
}
@media (forced-colors: active) { #open, #panel { border-color: CanvasText } }
`
