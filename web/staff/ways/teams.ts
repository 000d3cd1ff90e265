/** The desk inside Teams: its theme and language, and a token of whoever is signed in there. */
export type InTeams = {
  theme: string
  locale: string
  onTheme: (call: (theme: string) => void) => void
  token: () => Promise<string | undefined>
}

const PATIENCE_MS = 5_000

/** Undefined in a plain browser, and in a frame that is not of Teams. */
export async function inTeams(): Promise<InTeams | undefined> {
  if (window.parent === window) return undefined
  try {
    // Not before it is needed: the library asks its maker for a list of hosts as soon as it is there.
    const { app, authentication } = await import('@microsoft/teams-js')
    await soon(app.initialize())
    const context = await soon(app.getContext())
    turnTo(context.page.subPageId)
    // Teams shows its own waiting sign until the page says that it is there.
    app.notifyAppLoaded()
    void app.notifySuccess()
    return {
      theme: context.app.theme,
      locale: context.app.locale,
      onTheme: app.registerOnThemeChangeHandler,
      // Undefined when Teams refuses, for example when the app is not installed for this person: then other ways are shown.
      token: () => authentication.getAuthToken().catch(() => undefined),
    }
  } catch {
    return undefined
  }
}

/** A link in a message names what it opens (`subEntityId`); the page goes by what is behind `#`. */
function turnTo(within: string | undefined): void {
  if (within?.startsWith('projects')) location.hash = `#${within}`
}

const soon = <Value>(promise: Promise<Value>): Promise<Value> =>
  Promise.race([
    promise,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('Teams does not answer')), PATIENCE_MS)),
  ])
